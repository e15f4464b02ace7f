package nl.kring.crm.attendance.past;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether somebody of a file is somebody of the register for sure. A number decides when the name and the birth date do not speak against
 * it; without a number birth date or address decide together with the name, when they are of one person alone. All else is for people.
 */
final class PersonFinding {

    private static final Set<How> NUMBERS = EnumSet.of(How.BIG, How.AGB, How.NUMBER, How.KEY);

    private PersonFinding() {}

    /** By what somebody may be meant; what is surer stands first. */
    enum How {
        BIG,
        AGB,
        NUMBER,
        KEY,
        BIRTH,
        EMAIL
    }

    /** Somebody of the register who has one thing in common with who is looked for. */
    record Candidate(
            Long person,
            How how,
            String birthName,
            String partnerName,
            String initials,
            String givenName,
            LocalDate birthDate) {}

    /** Who it is. */
    record Found(Long person, How how) {}

    /** Null when that is for people to say. */
    static Found find(PastReading.Who who, Collection<Candidate> candidates) {
        Map<Long, List<Candidate>> numbered = candidates.stream()
                .filter(one -> NUMBERS.contains(one.how))
                .collect(Collectors.groupingBy(Candidate::person));
        if (numbered.size() > 1) {
            return null;
        }
        if (numbered.size() == 1) {
            List<Candidate> same = numbered.values().iterator().next();
            return contradicts(who, same.get(0)) ? null : found(same);
        }
        if (who.big() != null && candidates.stream().noneMatch(one -> one.how == How.BIG) && who.birthDate() == null) {
            return null;
        }
        Map<Long, List<Candidate>> named = candidates.stream()
                .filter(one -> who.surname() != null && isCalled(who, one) && !otherDay(who, one))
                .collect(Collectors.groupingBy(Candidate::person));
        return named.size() == 1 ? found(named.values().iterator().next()) : null;
    }

    private static Found found(List<Candidate> same) {
        Candidate first =
                same.stream().min(Comparator.comparing(Candidate::how)).orElseThrow();
        return new Found(first.person, first.how);
    }

    private static boolean contradicts(PastReading.Who who, Candidate one) {
        return otherDay(who, one) || who.surname() != null && !sharesSurname(who, one);
    }

    private static boolean otherDay(PastReading.Who who, Candidate one) {
        return who.birthDate() != null
                && one.birthDate != null
                && !who.birthDate().equals(one.birthDate);
    }

    private static boolean isCalled(PastReading.Who who, Candidate one) {
        if (!sharesSurname(who, one)) {
            return false;
        }
        String theirs = PastReading.fold(who.initials());
        return theirs.isEmpty()
                || Stream.of(one.initials, one.givenName)
                        .filter(Objects::nonNull)
                        .map(PastReading::fold)
                        .filter(ours -> !ours.isEmpty())
                        .anyMatch(ours -> ours.charAt(0) == theirs.charAt(0));
    }

    /** One of the names is the other's, prefixes and hyphened names included. */
    private static boolean sharesSurname(PastReading.Who who, Candidate one) {
        List<String> theirs = words(who.surname());
        return !theirs.isEmpty()
                && Stream.of(one.birthName, one.partnerName)
                        .filter(Objects::nonNull)
                        .map(PersonFinding::words)
                        .filter(ours -> !ours.isEmpty())
                        .anyMatch(ours -> theirs.containsAll(ours) || ours.containsAll(theirs));
    }

    private static List<String> words(String name) {
        return Stream.of(PastReading.fold(name).split(" "))
                .filter(word -> word.length() > 1)
                .filter(word -> !List.of("van", "de", "der", "den", "het", "ten", "ter", "te", "la", "le", "von", "el")
                        .contains(word))
                .toList();
    }
}
