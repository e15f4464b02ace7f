package nl.kring.crm.enrolment.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.enrolment.desk.NamedLine;
import nl.kring.crm.registry.AgbCode;
import nl.kring.crm.registry.BigNumber;
import nl.kring.crm.registry.Folding;

/**
 * Who of a practice is meant by lines that were typed or read from a file: by an e-mail address, a BIG number or an AGB code in
 * any cell, else by the words of the first. Of who does not work there nothing is known.
 */
final class TeamNames {

    /** Said before a name, and not of it. */
    private static final Set<String> BESIDE = Set.of(
            "dr", "drs", "mevr", "mevrouw", "dhr", "heer", "prof", "ing", "mw", "de", "van", "der", "den", "ten", "ter",
            "het", "t");

    /** Somebody of the practice, with what a list may name him or her by. */
    record Known(TeamCourse.Colleague colleague, String email, String big, String agb) {

        private boolean isMeantBy(List<String> cells) {
            return cells.stream()
                    .anyMatch(cell -> cell.equalsIgnoreCase(email)
                            || big != null
                                    && BigNumber.of(cell)
                                            .filter(number -> number.digits().equals(big))
                                            .isPresent()
                            || agb != null
                                    && AgbCode.of(cell)
                                            .filter(code -> code.digits().equals(agb))
                                            .isPresent());
        }

        private boolean isNamed(List<String> words) {
            List<String> own = wordsOf(colleague.name());
            return !words.isEmpty()
                    && words.stream()
                            .allMatch(word -> own.stream()
                                    .anyMatch(one -> word.length() == 1 ? one.startsWith(word) : one.equals(word)))
                    && words.stream().anyMatch(word -> word.length() > 1);
        }
    }

    private final List<Known> people;

    TeamNames(List<Known> people) {
        this.people = people;
    }

    List<NamedLine> find(List<String> lines) {
        Set<UUID> seen = new HashSet<>();
        List<NamedLine> found = new ArrayList<>();
        for (String line : lines) {
            List<TeamCourse.Colleague> meant = meant(line);
            found.add(new NamedLine(
                    found.size() + 1,
                    line,
                    found(meant, seen),
                    meant.stream()
                            .map(each -> new NamedLine.Candidate(
                                    each.person(),
                                    each.name(),
                                    each.profession(),
                                    null,
                                    each.enrolled(),
                                    each.outside()))
                            .toList()));
        }
        return found;
    }

    private List<TeamCourse.Colleague> meant(String line) {
        List<String> cells = Arrays.stream(line.split("[\t;]"))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        List<TeamCourse.Colleague> exact = people.stream()
                .filter(each -> each.isMeantBy(cells))
                .map(Known::colleague)
                .toList();
        if (!exact.isEmpty() || cells.isEmpty()) {
            return exact;
        }
        List<String> words = wordsOf(cells.get(0));
        return people.stream()
                .filter(each -> each.isNamed(words))
                .map(Known::colleague)
                .toList();
    }

    private static NamedLine.Found found(List<TeamCourse.Colleague> meant, Set<UUID> seen) {
        if (meant.size() != 1) {
            return meant.isEmpty() ? NamedLine.Found.NOBODY : NamedLine.Found.SEVERAL;
        }
        if (!seen.add(meant.get(0).person())) {
            return NamedLine.Found.TWICE;
        }
        return meant.get(0).enrolled() ? NamedLine.Found.ENROLLED : NamedLine.Found.ONE;
    }

    private static List<String> wordsOf(String name) {
        return Stream.of(Folding.fold(name).split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty() && !BESIDE.contains(word))
                .toList();
    }
}
