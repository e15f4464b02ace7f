package nl.kring.crm.attendance.past;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows of a file in the database: as they stand in it, and as they were read; some thousands at a time. */
class PastRows {

    private static final int AT_ONCE = 5_000;

    /** Stands in no cell: the reader of files has taken out what nobody can see. */
    private static final String BETWEEN = "\u001f";

    private static final String KEEP = """
            insert into crm.past_row (import_id, number, cells)
            select :import, r.number, string_to_array(r.cells, chr(31))
              from unnest(cast(:numbers as integer[]), cast(:cells as text[])) as r (number, cells)""";

    private static final String READ = """
            insert into crm.past_reading (import_id, number, problem, problem_at, who, course_key, title, edition_key, starts_at, ends_at,
                                          location, place, search_text, presence, points, member_of, member_kind, member_number,
                                          valid_from, valid_to)
            select :import, r.*
              from unnest(cast(:c0 as integer[]), cast(:c1 as text[]), cast(:c2 as text[]), cast(:c3 as text[]), cast(:c4 as text[]),
                          cast(:c5 as text[]), cast(:c6 as text[]), cast(cast(:c7 as text[]) as timestamptz[]),
                          cast(cast(:c8 as text[]) as timestamptz[]), cast(:c9 as text[]), cast(:c10 as text[]), cast(:c11 as text[]),
                          cast(:c12 as text[]), cast(:c13 as text[]), cast(:c14 as text[]), cast(:c15 as text[]), cast(:c16 as text[]),
                          cast(cast(:c17 as text[]) as date[]), cast(cast(:c18 as text[]) as date[])) as r""";

    private static final List<Function<PastReading.Line, Object>> PARTS = List.of(
            PastReading.Line::number,
            PastReading.Line::problem,
            PastReading.Line::problemAt,
            line -> line.who() == null ? null : line.who().key(),
            PastReading.Line::courseKey,
            PastReading.Line::title,
            PastReading.Line::editionKey,
            PastReading.Line::startsAt,
            PastReading.Line::endsAt,
            PastReading.Line::location,
            PastReading.Line::place,
            line -> line.title() == null ? null : line.searchText(),
            PastReading.Line::presence,
            PastReading.Line::points,
            PastReading.Line::memberOf,
            PastReading.Line::memberKind,
            PastReading.Line::memberNumber,
            PastReading.Line::validFrom,
            PastReading.Line::validTo);

    private static final String PERSONS = """
            insert into crm.past_person (import_id, organisation_id, who, name, surname, initials, birth_date, big, agb,
                                         register_number, own_key, email)
            select :import, :organisation, r.*
              from unnest(cast(:c0 as text[]), cast(:c1 as text[]), cast(:c2 as text[]), cast(:c3 as text[]),
                          cast(cast(:c4 as text[]) as date[]), cast(:c5 as text[]), cast(:c6 as text[]), cast(:c7 as text[]),
                          cast(:c8 as text[]), cast(:c9 as text[])) as r
                on conflict (import_id, who) do nothing""";

    private static final List<Function<PastReading.Who, Object>> PERSON_PARTS = List.of(
            PastReading.Who::key,
            PastReading.Who::name,
            PastReading.Who::surname,
            PastReading.Who::initials,
            PastReading.Who::birthDate,
            PastReading.Who::big,
            PastReading.Who::agb,
            PastReading.Who::registerNumber,
            PastReading.Who::ownKey,
            PastReading.Who::email);

    private final EntityManager em;

    PastRows(EntityManager em) {
        this.em = em;
    }

    /** Keeps the cells; gives how many rows there are. */
    int keep(Long imported, Iterable<PastCellRow> rows) {
        List<PastCellRow> some = new ArrayList<>();
        int all = 0;
        for (PastCellRow row : rows) {
            some.add(row);
            all++;
            if (some.size() == AT_ONCE) {
                write(imported, some);
                some.clear();
            }
        }
        write(imported, some);
        return all;
    }

    private void write(Long imported, List<PastCellRow> rows) {
        if (!rows.isEmpty()) {
            em.createNativeQuery(KEEP)
                    .setParameter("import", imported)
                    .setParameter(
                            "numbers", rows.stream().map(PastCellRow::number).toArray(Integer[]::new))
                    .setParameter(
                            "cells",
                            rows.stream()
                                    .map(row -> String.join(BETWEEN, row.cells()))
                                    .toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /** The rows after one, in their order. */
    @SuppressWarnings("unchecked")
    List<PastCellRow> after(Long imported, int number) {
        List<Tuple> rows = em.createNativeQuery("""
                        select r.number, array_to_string(r.cells, chr(31)) from crm.past_row r
                         where r.import_id = :import and r.number > :number order by r.number limit :most""", Tuple.class)
                .setParameter("import", imported)
                .setParameter("number", number)
                .setParameter("most", AT_ONCE)
                .getResultList();
        return rows.stream()
                .map(row -> new PastCellRow(
                        row.get(0, Integer.class),
                        List.of(row.get(1, String.class).split(BETWEEN, -1))))
                .toList();
    }

    void forget(Long imported) {
        Stream.of("past_reading", "past_person")
                .forEach(table -> em.createNativeQuery("delete from crm." + table + " where import_id = :import")
                        .setParameter("import", imported)
                        .executeUpdate());
    }

    /** Writes what was read of some rows, and whom they name. */
    void write(Long imported, Long organisation, List<PastReading.Line> lines) {
        fill(READ, PARTS, lines, query -> query.setParameter("import", imported));
        List<PastReading.Who> persons = lines.stream()
                .map(PastReading.Line::who)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        fill(
                PERSONS,
                PERSON_PARTS,
                persons,
                query -> query.setParameter("import", imported).setParameter("organisation", organisation));
    }

    private <T> void fill(
            String sql, List<Function<T, Object>> parts, List<T> rows, Consumer<jakarta.persistence.Query> more) {
        if (rows.isEmpty()) {
            return;
        }
        jakarta.persistence.Query query = em.createNativeQuery(sql);
        more.accept(query);
        for (int i = 0; i < parts.size(); i++) {
            Function<T, Object> part = parts.get(i);
            Object[] values = rows.stream().map(part).toArray();
            query.setParameter(
                    "c" + i,
                    Arrays.stream(values).allMatch(Integer.class::isInstance)
                            ? Arrays.stream(values).toArray(Integer[]::new)
                            : Arrays.stream(values)
                                    .map(value -> value == null ? null : value.toString())
                                    .toArray(String[]::new));
        }
        query.executeUpdate();
    }
}
