package nl.kring.crm.attendance.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an answer makes of the rows that were sent. Accepted is a row whose person and course the answer names as accepted; what was
 * sent and is not named is rejected. Row numbers in complaints are never used: the manual's own sample calls the first row "regel
 * 2". An answer that contradicts itself, or speaks of another question, is none.
 */
record Reconciled(Outcome outcome, List<PeRow> accepted, List<Rejected> rejected, String failure) {

    enum Outcome {
        /** Each row is accepted or rejected. */
        ANSWERED,
        /** Nothing is known; the same may be asked again. */
        UNKNOWN,
        /** The key is wrong: nothing was processed, and asking again is of no use. */
        REFUSED
    }

    /** A row with what was written about it, or about it and others. */
    record Rejected(PeRow row, PeError error, String text) {}

    private static final String WRONG_KEY = "400";
    private static final String WRONG_XML = "505";

    /** Numbers of persons; those of courses, editions and rows are shorter. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6,}(\\d{3})");

    static Reconciled of(List<PeRow> sent, Optional<PeAnswer> answer) {
        if (answer.isEmpty()) {
            return unknown("unreadable");
        }
        PeAnswer told = answer.get();
        if (told.named().isEmpty() && says(told, WRONG_KEY)) {
            return new Reconciled(Outcome.REFUSED, List.of(), List.of(), WRONG_KEY);
        }
        if (says(told, WRONG_XML) || says(told, WRONG_KEY)) {
            return unknown(WRONG_XML);
        }
        Set<PeRow.Key> named = new HashSet<>(told.named());
        List<PeRow> accepted =
                sent.stream().filter(row -> named.contains(row.key())).toList();
        if (contradicts(sent, told, accepted)) {
            return unknown("contradiction");
        }
        List<PeRow> left = new ArrayList<>(sent);
        left.removeAll(accepted);
        return new Reconciled(
                Outcome.ANSWERED,
                accepted,
                left.stream().map(row -> rejected(row, left, told)).toList(),
                null);
    }

    private static Reconciled unknown(String why) {
        return new Reconciled(Outcome.UNKNOWN, List.of(), List.of(), why);
    }

    static Reconciled unanswered(String why) {
        return unknown(why);
    }

    private static boolean says(PeAnswer told, String code) {
        return told.complaints().stream().anyMatch(complaint -> complaint.code().equals(code));
    }

    /** Counts that are not given contradict nothing; an answer that says nothing at all of what was sent does. */
    private static boolean contradicts(List<PeRow> sent, PeAnswer told, List<PeRow> accepted) {
        int rejected = sent.size() - accepted.size();
        return differs(told.total(), sent.size())
                || differs(told.accepted(), accepted.size())
                || differs(told.rejected(), rejected)
                || told.named().size() != accepted.size()
                || rejected > 0 && told.complaints().isEmpty() && told.rejected() == null;
    }

    private static boolean differs(Integer told, int counted) {
        return told != null && told != counted;
    }

    /** Its own complaint where that can be known: it names the person, or there is but one, or all are the same. */
    private static Rejected rejected(PeRow row, List<PeRow> left, PeAnswer told) {
        List<String> texts = told.complaints().stream()
                .map(PeAnswer.Complaint::text)
                .filter(Objects::nonNull)
                .filter(text -> names(text, row))
                .toList();
        if (texts.isEmpty()) {
            texts = told.complaints().stream()
                    .map(PeAnswer.Complaint::text)
                    .filter(text -> left.stream().filter(other -> other != row).noneMatch(other -> names(text, other)))
                    .toList();
        }
        Set<PeError> kinds = texts.stream().map(PeError::of).collect(Collectors.toSet());
        return new Rejected(
                row,
                kinds.size() == 1 ? kinds.iterator().next() : PeError.OTHER,
                texts.isEmpty()
                        ? "100"
                        : texts.stream()
                                .distinct()
                                .map(text -> shown(text, left))
                                .collect(Collectors.joining("\n")));
    }

    /** Without the numbers of persons; of a long one the end stays, for who has the list before him or her. */
    private static String shown(String text, List<PeRow> left) {
        String shown = LONG_NUMBER.matcher(text).replaceAll("***$1");
        for (PeRow row : left) {
            shown = number(row).matcher(shown).replaceAll("***");
        }
        return shown;
    }

    private static boolean names(String text, PeRow row) {
        return number(row).matcher(text).find();
    }

    private static Pattern number(PeRow row) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(row.person()) + "(?!\\w)");
    }
}
