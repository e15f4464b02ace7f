package nl.kring.crm.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.intake.matching.Shares;
import nl.kring.crm.intake.matching.Verdict;

/**
 * Whose the rows of a delivery are.
 *
 * @param groups the person of each new row, by its key
 * @param merges persons that turn out to be one: the one who stays, and the others
 * @param doubts what is for people to decide
 * @param shares how common values are now; null when nothing changed
 */
record Placement(Map<String, Group> groups, List<Merge> merges, List<Doubt> doubts, Shares shares) {

    static final Placement NOTHING = new Placement(Map.of(), List.of(), List.of(), null);

    /**
     * Which person a new row belongs to.
     *
     * @param personId a person that is already there, or null for a new one
     * @param number tells the new persons of one delivery apart
     * @param first true for the row that a new person begins with
     */
    record Group(Long personId, int number, boolean first) {}

    /** Persons that are one. */
    record Merge(long stays, Collection<Long> others) {}

    /** Records that may be of one person, each named by register and key. */
    record Doubt(Claim one, Claim other, Verdict verdict) {}

    /**
     * Places the new rows of one register, and sees whom its changed rows bring together.
     *
     * @param claims everybody who is known, and the new rows without a person
     * @param fresh which of them say something new
     */
    static Placement of(
            String register,
            Collection<Claim> claims,
            Collection<Claim> fresh,
            List<Matching.Decision> decisions,
            Matching matching) {
        Matching.Outcome outcome = matching.place(claims, decisions, fresh);
        Map<String, Group> groups = new TreeMap<>();
        List<Merge> merges = new ArrayList<>();
        int number = 0;
        for (List<Claim> members : outcome.groups()) {
            TreeSet<Long> persons = new TreeSet<>();
            members.stream().map(Claim::person).filter(Objects::nonNull).forEach(persons::add);
            boolean first = persons.isEmpty();
            for (Claim member : members) {
                if (member.person() == null) {
                    groups.put(member.key(), new Group(persons.isEmpty() ? null : persons.first(), number, first));
                    first = false;
                }
            }
            if (persons.size() > 1) {
                merges.add(new Merge(persons.first(), persons.tailSet(persons.first(), false)));
            }
            number++;
        }
        return new Placement(
                groups,
                merges,
                outcome.doubts().stream()
                        .map(doubt ->
                                new Doubt(doubt.one().get(0), doubt.other().get(0), doubt.verdict()))
                        .toList(),
                outcome.shares());
    }

    /** How many new persons may be somebody who is known. */
    int doubtful() {
        Set<Integer> begun = new TreeSet<>();
        for (Doubt doubt : doubts) {
            for (Claim claim : List.of(doubt.one(), doubt.other())) {
                Group group = claim.person() == null ? groups.get(claim.key()) : null;
                if (group != null && group.personId() == null) {
                    begun.add(group.number());
                }
            }
        }
        return begun.size();
    }
}
