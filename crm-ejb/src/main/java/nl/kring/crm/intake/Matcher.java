package nl.kring.crm.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.provenance.IncomingRecord.Group;
import nl.kring.crm.registry.provenance.KnownRecord;
import nl.kring.crm.registry.provenance.SourceValues;

/**
 * Which rows are the same person. A row is linked when an identifier is equal and agrees with the name or the birth date;
 * whatever contradicts keeps rows apart. The surest links are made first, and the outcome does not depend on the order of
 * the rows.
 */
class Matcher {

    private static final int MOST_SURNAMES = 2;

    private final Set<String> practiceAgbCodes;

    /** @param practiceAgbCodes codes that name a practice, and therefore nobody */
    Matcher(Set<String> practiceAgbCodes) {
        this.practiceAgbCodes = practiceAgbCodes;
    }

    /** What a record says that tells one person from another; without a person for a row that is to be linked. */
    record Claim(
            Long personId,
            String register,
            String key,
            Set<String> surnames,
            String initials,
            String givenName,
            Gender gender,
            LocalDate birthDate,
            String big,
            String agb) {

        static Claim of(String register, TypedRow row) {
            SourceValues values = row.values();
            return new Claim(
                    null,
                    register,
                    row.key(),
                    Folded.surnameParts(values.birthName(), values.partnerName()),
                    Agreement.letters(values.initials()),
                    Folded.of(values.givenName()),
                    values.gender(),
                    values.birthDate(),
                    values.big() == null ? null : values.big().digits(),
                    values.agb() == null ? null : values.agb().digits());
        }

        static Claim of(KnownRecord known) {
            return new Claim(
                    known.personId(),
                    known.registerCode(),
                    known.sourceKey(),
                    Folded.surnameParts(known.birthName(), known.partnerName()),
                    Agreement.letters(known.initials()),
                    Folded.of(known.givenName()),
                    known.gender(),
                    known.birthDate(),
                    known.big(),
                    known.agb());
        }
    }

    /** Two records and how sure it is that they are one person. */
    private record Link(Claim one, Claim other, int sureness) {}

    /** The person of each new row, by its key. Rows of the same person get groups with the same number. */
    Map<String, Group> link(Collection<Claim> rows, Collection<Claim> known) {
        List<Claim> all = Stream.concat(known.stream(), rows.stream())
                .sorted(Comparator.comparing(Claim::register).thenComparing(Claim::key))
                .toList();
        Map<Claim, Cluster> clusters = new HashMap<>();
        Map<Long, Cluster> persons = new HashMap<>();
        for (Claim claim : all) {
            Cluster cluster = claim.personId() == null
                    ? new Cluster()
                    : persons.computeIfAbsent(claim.personId(), person -> new Cluster());
            cluster.members.add(claim);
            clusters.put(claim, cluster);
        }
        for (Link link : links(all)) {
            Cluster one = clusters.get(link.one());
            Cluster other = clusters.get(link.other());
            if (one != other && one.mayJoin(other)) {
                one.members.addAll(other.members);
                other.members.forEach(member -> clusters.put(member, one));
            }
        }
        return groups(rows, clusters);
    }

    private static Map<String, Group> groups(Collection<Claim> rows, Map<Claim, Cluster> clusters) {
        Map<Cluster, List<String>> keys = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparing(Claim::key))
                .forEach(row -> keys.computeIfAbsent(clusters.get(row), cluster -> new ArrayList<>())
                        .add(row.key()));
        Map<String, Group> groups = new TreeMap<>();
        int number = 0;
        for (Map.Entry<Cluster, List<String>> entry : keys.entrySet()) {
            Long person = entry.getKey().personId();
            String first = entry.getValue().get(0);
            for (String key : entry.getValue()) {
                groups.put(key, new Group(person, number, person == null && key.equals(first)));
            }
            number++;
        }
        return groups;
    }

    private List<Link> links(List<Claim> all) {
        List<Link> links = new ArrayList<>();
        Map<String, List<Claim>> byBig = all.stream()
                .filter(claim -> claim.big() != null)
                .collect(Collectors.groupingBy(Claim::big, TreeMap::new, Collectors.toList()));
        Map<String, List<Claim>> byAgb = all.stream()
                .filter(claim -> claim.agb() != null && !practiceAgbCodes.contains(claim.agb()))
                .collect(Collectors.groupingBy(Claim::agb, TreeMap::new, Collectors.toList()));
        byBig.values().forEach(same -> pairs(same, true, links));
        byAgb.values().forEach(same -> pairs(same, false, links));
        links.sort(Comparator.comparingInt(Link::sureness)
                .reversed()
                .thenComparing(link -> link.one().register())
                .thenComparing(link -> link.one().key())
                .thenComparing(link -> link.other().register())
                .thenComparing(link -> link.other().key()));
        return links;
    }

    /** A value that more than two families share is no identifier of anybody. */
    private static void pairs(List<Claim> same, boolean big, List<Link> links) {
        List<Set<String>> families = new ArrayList<>();
        for (Claim claim : same) {
            if (families.stream().allMatch(family -> Collections.disjoint(family, claim.surnames()))) {
                families.add(claim.surnames());
            }
        }
        if (families.size() > MOST_SURNAMES) {
            return;
        }
        for (int i = 0; i < same.size(); i++) {
            for (int j = i + 1; j < same.size(); j++) {
                int sureness = Agreement.sureness(same.get(i), same.get(j), big);
                if (sureness > 0) {
                    links.add(new Link(same.get(i), same.get(j), sureness));
                }
            }
        }
    }

    /** Records that are held to be one person. */
    private static final class Cluster {

        private final List<Claim> members = new ArrayList<>();

        private Long personId() {
            return members.stream()
                    .map(Claim::personId)
                    .filter(person -> person != null)
                    .findFirst()
                    .orElse(null);
        }

        private boolean mayJoin(Cluster other) {
            boolean twoPersons = personId() != null && other.personId() != null;
            return !twoPersons
                    && members.stream()
                            .noneMatch(one -> other.members.stream().anyMatch(two -> Agreement.contradicts(one, two)));
        }
    }
}
