package nl.kring.crm.intake.review;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.intake.matching.Level;
import nl.kring.crm.registry.Agreement;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.PersonField;

/** Reads what is said of two, for staff of one organisation. What others keep to themselves leaves only as the same or not. */
class Sides {

    /** On which of their values two agree, by what the matching found. */
    private static final Map<Level, Set<PersonField>> AGREED = new EnumMap<>(Level.class);

    static {
        Set<PersonField> surnames = Set.of(PersonField.BIRTH_NAME, PersonField.PARTNER_NAME);
        AGREED.put(Level.SURNAMES_EQUAL, surnames);
        AGREED.put(Level.SURNAME_SHARED, surnames);
        AGREED.put(Level.GIVEN_NAME_EQUAL, Set.of(PersonField.GIVEN_NAME));
        AGREED.put(Level.WORKPLACE_EQUAL, Set.of(PersonField.WORKPLACE));
        AGREED.put(Level.BIG_EQUAL, Set.of(PersonField.BIG));
        AGREED.put(Level.AGB_EQUAL, Set.of(PersonField.AGB));
    }

    private final EntityManager em;
    private final Long reader;

    private record Said(
            boolean second,
            PersonField field,
            String value,
            String prefix,
            boolean hidden,
            boolean own,
            SideBySide.Column column) {

        String folded() {
            return Folding.fold(prefix) + " " + Folding.fold(value);
        }
    }

    /** What is said of the two, and on which values they agree that the reader may see. */
    record Compared(SideBySide sides, Map<Level, String> agreed, boolean oneAddress) {}

    /** @param reader the organisation that is read for; null sees nothing that somebody keeps to itself */
    Sides(EntityManager em, Long reader) {
        this.em = em;
        this.reader = reader;
    }

    Compared ofPersons(Long one, Long other) {
        return compared(said(List.of(one, other), row -> row[0].equals(other)));
    }

    /** A row of a register beside all else that is said of its person. */
    Compared ofRecord(UUID record, Long person) {
        return compared(said(List.of(person), row -> !record.equals(row[9])));
    }

    @SuppressWarnings("unchecked")
    private List<Said> said(List<Long> persons, Predicate<Object[]> second) {
        List<Object[]> rows =
                em.createNativeQuery("""
                        select s.person_id, s.field, s.value, s.prefix, s.organisation_id, o.code, s.register_code, s.source_key,
                               s.private, s.uuid
                          from crm.said s join crm.organisation o on o.id = s.organisation_id
                         where s.person_id in (:persons) and s.value is not null
                         order by s.by_hand, s.source_rank, o.code, s.register_code, s.source_key, s.said_at""").setParameter("persons", persons).getResultList();
        return rows.stream()
                .map(row -> {
                    boolean own = row[4].equals(reader);
                    boolean side = second.test(row);
                    return new Said(
                            side,
                            PersonField.of((String) row[1]),
                            (String) row[2],
                            (String) row[3],
                            (Boolean) row[8] && !own,
                            own,
                            new SideBySide.Column(side, (String) row[5], (String) row[6], (String) row[7]));
                })
                .toList();
    }

    private static Compared compared(List<Said> said) {
        List<SideBySide.Column> columns = Stream.concat(
                        said.stream().filter(each -> !each.second()),
                        said.stream().filter(Said::second))
                .map(Said::column)
                .distinct()
                .toList();
        Map<PersonField, List<Said>> fields = said.stream()
                .collect(Collectors.groupingBy(
                        Said::field, () -> new EnumMap<>(PersonField.class), Collectors.toList()));
        List<SideBySide.Row> rows = new ArrayList<>();
        fields.forEach((field, all) -> rows.add(new SideBySide.Row(
                field, columns.stream().map(column -> cell(column, all)).toList(), differs(all))));
        return new Compared(
                new SideBySide(columns, List.copyOf(rows)),
                agreed(said),
                !common(said, Set.of(PersonField.ADDRESS)).isEmpty());
    }

    private static List<SideBySide.Value> cell(SideBySide.Column column, List<Said> all) {
        return new ArrayList<>(all.stream()
                .filter(each -> each.column().equals(column))
                .map(each -> each.hidden()
                        ? new SideBySide.Value(null, null, compared(each, all))
                        : new SideBySide.Value(each.value(), each.prefix(), null))
                .toList());
    }

    /** With one value of the other alone, the first that the reader knows best: many at once would be many guesses. */
    private static Agreement compared(Said hidden, List<Said> all) {
        return all.stream()
                .filter(each -> each.second() != hidden.second())
                .min(Comparator.comparing(Said::hidden).thenComparing(each -> !each.own()))
                .map(each -> each.folded().equals(hidden.folded()) ? Agreement.AGREES : Agreement.DIFFERS)
                .orElse(Agreement.UNKNOWN);
    }

    private static boolean differs(List<Said> all) {
        Set<String> one = values(all, false);
        Set<String> other = values(all, true);
        return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains);
    }

    private static Set<String> values(List<Said> all, boolean second) {
        return all.stream()
                .filter(each -> each.second() == second && !each.hidden())
                .map(Said::folded)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Level, String> agreed(List<Said> said) {
        Map<Level, String> agreed = new EnumMap<>(Level.class);
        AGREED.forEach((level, fields) ->
                common(said, fields).values().stream().findFirst().ifPresent(value -> agreed.put(level, value)));
        return agreed;
    }

    /** What is said of both in the open. */
    private static Map<String, String> common(List<Said> said, Set<PersonField> fields) {
        Set<String> ofOther = said.stream()
                .filter(each -> each.second() && !each.hidden() && fields.contains(each.field()))
                .map(each -> Folding.fold(each.value()))
                .collect(Collectors.toSet());
        Map<String, String> common = new LinkedHashMap<>();
        said.stream()
                .filter(each -> !each.second() && !each.hidden() && fields.contains(each.field()))
                .filter(each -> ofOther.contains(Folding.fold(each.value())))
                .forEach(each -> common.putIfAbsent(
                        Folding.fold(each.value()),
                        each.prefix() == null ? each.value() : each.prefix() + " " + each.value()));
        return common;
    }
}
