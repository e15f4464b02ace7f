package nl.kring.crm.registry;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** How persons of a list were called on its day; of today they are called as they are shown. */
class NamesOfTheDay {

    private static final Map<PersonColumn, String> NAMES = Map.of(
            PersonColumn.NAME, "display_name",
            PersonColumn.GIVEN_NAME, "given_name",
            PersonColumn.INITIALS, "initials");

    private final EntityManager em;
    private final LocalDate day;
    private final PersonColumns columns;

    /** @param day null for today */
    NamesOfTheDay(EntityManager em, LocalDate day, PersonColumns columns) {
        this.em = em;
        this.day = day;
        this.columns = columns;
    }

    /** The names of these persons by number, in one query; nothing for today. */
    Map<Long, GoldenRecord> of(Collection<Long> persons) {
        if (day == null) {
            return Map.of();
        }
        List<GoldenRecord> golden =
                em.unwrap(Session.class).doReturningWork(connection -> new Survivorship(connection, day).look(persons));
        return golden.stream().collect(Collectors.toMap(GoldenRecord::personId, each -> each));
    }

    /** The line with the names that somebody had; without any, with those of today. */
    PersonLine called(PersonLine line, GoldenRecord golden) {
        if (golden == null || golden.shown("display_name").isEmpty()) {
            return line;
        }
        List<String> cells = new ArrayList<>(line.cells());
        for (int at = 0; at < cells.size(); at++) {
            String name = NAMES.get(columns.list().get(at).fixed());
            if (name != null) {
                cells.set(at, golden.shown(name));
            }
        }
        return new PersonLine(
                line.uuid(),
                golden.shown("display_name"),
                line.profession(),
                line.role(),
                line.workplace(),
                line.place(),
                line.municipality(),
                line.big(),
                line.agb(),
                line.registers(),
                cells);
    }
}
