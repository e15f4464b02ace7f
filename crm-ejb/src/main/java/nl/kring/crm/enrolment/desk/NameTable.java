package nl.kring.crm.enrolment.desk;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.AgbCode;
import nl.kring.crm.registry.BigNumber;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.Profession;

/**
 * Finds who is meant by lines that were typed or pasted, in one query however many there are: by an e-mail address, a BIG
 * number or an AGB code in any cell, else by the words of the first.
 */
class NameTable {

    static final int MOST_CANDIDATES = 5;
    private static final int SHORTEST_WORD = 3;

    /** Said before a name, and not of it. */
    private static final Set<String> BESIDE = Set.of(
            "drs", "mevr", "mevrouw", "dhr", "heer", "prof", "van", "der", "den", "ten", "ter", "het", "'t", "ing");

    private static final String FIND = """
            select a.line, p.uuid, p.display_name, p.profession, p.workplace,
                   exists (select 1 from crm.enrolment e where e.edition_id = :edition and e.person_id = p.id
                              and e.state not in ('CANCELLED', 'REPLACED')) as enrolled
              from unnest(cast(:emails as text[]), cast(:bigs as text[]), cast(:agbs as text[]), cast(:words as text[]))
                   with ordinality as a (email, big, agb, words, line)
             cross join lateral (
               select x.id from crm.person x where x.email = a.email
               union select x.id from crm.person x where x.big = a.big
               union select x.id from crm.person x where x.agb = a.agb
               union (select w.person_id from crm.person_words w
                       where a.words is not null and w.words @@ cast(a.words as tsquery) limit :most)) f
              join crm.person p on p.id = f.id and p.merged_into_id is null
             order by a.line, p.sort_name, p.id""";

    /** By what one line is looked for; null for what it does not have. */
    private record Asked(String email, String big, String agb, String words) {

        static Asked of(String line) {
            List<String> cells = Stream.of(line.split("[\t;]"))
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty() && TypedText.isReadable(cell))
                    .toList();
            String email =
                    first(cells, cell -> cell.matches("[^@\\s]+@[^@\\s]+") ? cell.toLowerCase(Locale.ROOT) : null);
            String big = first(
                    cells, cell -> BigNumber.of(cell).map(BigNumber::digits).orElse(null));
            String agb = big != null
                    ? null
                    : first(cells, cell -> AgbCode.of(cell).map(AgbCode::digits).orElse(null));
            boolean exact = email != null || big != null || agb != null;
            return new Asked(email, big, agb, exact || cells.isEmpty() ? null : words(cells.get(0)));
        }

        private static String first(List<String> cells, java.util.function.Function<String, String> read) {
            return cells.stream()
                    .map(read)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /** All words of a name; of initials the first. */
        private static String words(String name) {
            List<String> folded = Stream.of(Folding.fold(name).split(" "))
                    .map(word -> word.replaceAll("[^\\p{L}\\p{Nd}]", ""))
                    .filter(word -> !word.isEmpty())
                    .toList();
            List<String> asked = folded.stream()
                    .filter(word -> word.length() >= SHORTEST_WORD && !BESIDE.contains(word))
                    .map(word -> "'" + word + "'")
                    .distinct()
                    .collect(Collectors.toCollection(ArrayList::new));
            if (asked.isEmpty()) {
                return null;
            }
            folded.stream()
                    .filter(word -> word.length() == 1)
                    .findFirst()
                    .ifPresent(one -> asked.add("'^" + one + "'"));
            return String.join(" & ", asked);
        }
    }

    private final EntityManager em;

    NameTable(EntityManager em) {
        this.em = em;
    }

    /** The persons that may be meant, by the number of the line; a line of nobody is not among them. */
    Map<Integer, List<NamedLine.Candidate>> find(List<String> lines, Long edition, Collection<Profession> audience) {
        List<Asked> asked = lines.stream().map(Asked::of).toList();
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(FIND, Tuple.class)
                .setParameter("edition", edition)
                .setParameter("emails", asked.stream().map(Asked::email).toArray(String[]::new))
                .setParameter("bigs", asked.stream().map(Asked::big).toArray(String[]::new))
                .setParameter("agbs", asked.stream().map(Asked::agb).toArray(String[]::new))
                .setParameter("words", asked.stream().map(Asked::words).toArray(String[]::new))
                .setParameter("most", MOST_CANDIDATES + 1)
                .getResultList();
        Map<Integer, List<NamedLine.Candidate>> found = new TreeMap<>();
        for (Tuple row : rows) {
            List<NamedLine.Candidate> candidates =
                    found.computeIfAbsent(row.get(0, Number.class).intValue(), number -> new ArrayList<>());
            if (candidates.size() < MOST_CANDIDATES) {
                candidates.add(candidate(row, audience));
            }
        }
        return found;
    }

    private static NamedLine.Candidate candidate(Tuple row, Collection<Profession> audience) {
        String profession = row.get(3, String.class);
        Profession known = profession == null ? null : Profession.valueOf(profession);
        return new NamedLine.Candidate(
                row.get(1, UUID.class),
                row.get(2, String.class),
                known,
                row.get(4, String.class),
                row.get(5, Boolean.class),
                !audience.isEmpty() && !audience.contains(known));
    }
}
