package nl.kring.crm.registry.columns;

import jakarta.persistence.EntityManager;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.registry.AgbCode;
import nl.kring.crm.registry.BigNumber;
import nl.kring.crm.registry.Folding;

/**
 * Finds whom the rows of a block are about, in five queries however many there are: by BIG number, AGB code, e-mail address,
 * the key of a row in the organisation's own register, or a name with a birth date. What the first column is called narrows
 * it to one of these.
 */
class PersonFinder {

    /** Somebody of the register. */
    record Person(Long id, UUID uuid, String name) {}

    private static final Pattern BORN =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})|(\\d{4})-(\\d{2})-(\\d{2})");
    private static final String SELECTED = "select p.id, p.uuid, p.display_name, ";
    private static final String OF_ALL = " from crm.person p where p.merged_into_id is null and ";

    private final EntityManager em;
    private final Long organisationId;

    PersonFinder(EntityManager em, Long organisationId) {
        this.em = em;
        this.organisationId = organisationId;
    }

    /** Who can be meant, by identifier. */
    Map<String, Set<Person>> find(PastedBlock block) {
        Set<String> all = new LinkedHashSet<>();
        block.rows().forEach(row -> all.add(row.identifier()));
        String column = block.identifierColumn();
        Map<String, Set<Person>> found = new HashMap<>();
        boolean any = !column.matches("big.*|agb.*|e ?mail.*|.*sleutel.*|.*nummer.*|.*key.*|naam.*|name.*");
        if (any || column.startsWith("big")) {
            by(
                    found,
                    all,
                    id -> BigNumber.of(id).map(BigNumber::digits).orElse(null),
                    "p.big" + OF_ALL + "p.big = any (:values)");
        }
        if (any || column.startsWith("agb")) {
            by(
                    found,
                    all,
                    id -> AgbCode.of(id).map(AgbCode::digits).orElse(null),
                    "p.agb" + OF_ALL + "p.agb = any (:values)");
        }
        if (any || column.contains("mail")) {
            by(
                    found,
                    all,
                    id -> id.contains("@") ? id.toLowerCase(Locale.ROOT) : null,
                    "p.email" + OF_ALL + "p.email = any (:values)");
        }
        if (any || column.matches(".*sleutel.*|.*nummer.*|.*key.*")) {
            by(found, all, Function.identity(), """
                    r.source_key from crm.source_record r join crm.person p on p.id = r.person_id
                     where r.organisation_id = %d and r.source_key = any (:values)""".formatted(organisationId));
        }
        if (any || column.matches("naam.*|name.*") || block.withBirthDate()) {
            byName(found, all);
        }
        return found;
    }

    private void by(Map<String, Set<Person>> found, Set<String> all, Function<String, String> value, String query) {
        Map<String, List<String>> identifiers = new HashMap<>();
        all.forEach(id -> {
            String looked = value.apply(id);
            if (looked != null && !looked.isEmpty()) {
                identifiers.computeIfAbsent(looked, each -> new ArrayList<>()).add(id);
            }
        });
        rows(query, identifiers.keySet().toArray(String[]::new))
                .forEach(row -> identifiers.get((String) row[3]).forEach(id -> add(found, id, row)));
    }

    /** Whoever was born that day and has every word of the name. */
    private void byName(Map<String, Set<Person>> found, Set<String> all) {
        Map<String, LocalDate> born = new HashMap<>();
        all.forEach(id -> {
            LocalDate day = birthDate(id);
            if (day != null) {
                born.put(id, day);
            }
        });
        List<Object[]> rows = rows(
                "cast(p.birth_date as text), p.search_text" + OF_ALL + "p.birth_date = any (cast(:values as date[]))",
                born.values().stream().distinct().map(LocalDate::toString).toArray(String[]::new));
        born.forEach((id, day) -> {
            String[] words = Folding.fold(BORN.matcher(id).replaceAll(" ")).split(" ");
            rows.stream()
                    .filter(row -> day.toString().equals(row[3]) && hasAll((String) row[4], words))
                    .forEach(row -> add(found, id, row));
        });
    }

    private static boolean hasAll(String searchText, String[] words) {
        boolean one = false;
        for (String word : words) {
            if (word.length() > 1) {
                one = true;
                if (!searchText.contains(" " + word)) {
                    return false;
                }
            }
        }
        return one;
    }

    private static LocalDate birthDate(String identifier) {
        Matcher date = BORN.matcher(identifier);
        try {
            return !date.find()
                    ? null
                    : date.group(1) != null
                            ? LocalDate.of(number(date, 3), number(date, 2), number(date, 1))
                            : LocalDate.of(number(date, 4), number(date, 5), number(date, 6));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private static void add(Map<String, Set<Person>> found, String identifier, Object[] row) {
        found.computeIfAbsent(identifier, id -> new LinkedHashSet<>())
                .add(new Person(((Number) row[0]).longValue(), (UUID) row[1], (String) row[2]));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String query, String[] values) {
        return values.length == 0
                ? List.of()
                : em.createNativeQuery(SELECTED + query)
                        .setParameter("values", values)
                        .getResultList();
    }
}
