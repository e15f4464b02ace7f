package nl.kring.crm.registry.lists;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well something fits what was typed: a whole word better than a beginning, that better than a slip; a name more than a
 * place; and of two that have all of it, the one that has less beside it.
 */
final class Relevance {

    private static final double BEGINNING = 0.7;
    private static final double SLIP = 0.6;
    private static final double SLIP_IN_BEGINNING = 0.4;
    private static final double OTHER_INITIALS = -6;
    private static final double SURPLUS = 0.6;

    /** What was found, how well it fits, and why it was found. */
    record Match<T>(T hit, double score, String order, List<Reason> reasons) {

        static <T> Comparator<Match<T>> bestFirst() {
            return Comparator.<Match<T>>comparingDouble(match -> -match.score()).thenComparing(Match::order);
        }
    }

    private record Fit(Candidate.Part part, String word, double quality, boolean slip) {

        double score() {
            return part.why().weight() * quality;
        }
    }

    private Relevance() {}

    /** Empty when a word of it is not there. */
    static <T> Optional<Match<T>> of(TypedWords typed, Candidate<T> candidate) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        double score = 0;
        for (TypedWords.Word word : typed.words()) {
            if (word.form() == TypedWords.Form.PREFIX) {
                score += best(word.text(), candidate).filter(fit -> !fit.slip()).isPresent() ? 1 : -1;
                continue;
            }
            double asInitials = word.mayBeInitials() ? initials(word, candidate) : OTHER_INITIALS;
            Optional<Fit> fit =
                    word.form() == TypedWords.Form.INITIALS ? Optional.empty() : best(word.text(), candidate);
            if (fit.isPresent() && fit.get().score() >= asInitials) {
                score += fit.get().score();
                Candidate.Part part = fit.get().part();
                reasons.putIfAbsent(
                        part.why() + part.text(),
                        new Reason(part.why(), part.text(), fit.get().slip()));
            } else if (asInitials > 0) {
                score += asInitials;
                reasons.putIfAbsent("initials", new Reason(Why.INITIALS, word.text(), false));
            } else {
                return Optional.empty();
            }
        }
        score -= SURPLUS * surplus(typed, candidate);
        return Optional.of(new Match<>(candidate.hit(), score, candidate.order(), List.copyOf(reasons.values())));
    }

    private static <T> Optional<Fit> best(String typed, Candidate<T> candidate) {
        Fit best = null;
        for (Candidate.Part part : candidate.parts()) {
            for (String word : part.words()) {
                Fit fit = fit(typed, part, word);
                if (fit != null && (best == null || fit.score() > best.score())) {
                    best = fit;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static Fit fit(String typed, Candidate.Part part, String word) {
        if (word.equals(typed)) {
            return new Fit(part, word, 1, false);
        }
        if (word.startsWith(typed)) {
            return new Fit(part, word, BEGINNING + (0.95 - BEGINNING) * typed.length() / word.length(), false);
        }
        if (typed.length() < Slips.SHORTEST) {
            return null;
        }
        if (Slips.isOne(typed, word)) {
            return new Fit(part, word, SLIP, true);
        }
        return Slips.isOneInBeginning(typed, word) ? new Fit(part, word, SLIP_IN_BEGINNING, true) : null;
    }

    /** Typed initials may be fewer than somebody has, or, when they have dots, more than a register wrote down. */
    private static <T> double initials(TypedWords.Word word, Candidate<T> candidate) {
        String typed = word.text();
        String known = candidate.initials();
        double weight = Why.INITIALS.weight();
        if (known.equals(typed)) {
            return weight;
        }
        if (!known.isEmpty() && known.startsWith(typed)) {
            return 0.9 * weight;
        }
        if (word.form() == TypedWords.Form.WORD && typed.length() > 1) {
            return OTHER_INITIALS;
        }
        if (!known.isEmpty() && typed.startsWith(known)) {
            return 0.8 * weight;
        }
        boolean givenName = candidate.parts().stream()
                .filter(part -> part.why() == Why.GIVEN_NAME)
                .anyMatch(part -> part.words().get(0).startsWith(typed.substring(0, 1)));
        if (givenName) {
            return 0.6 * weight;
        }
        return !known.isEmpty() && known.charAt(0) == typed.charAt(0) ? 0.4 * weight : OTHER_INITIALS;
    }

    /** How many words of the name were not typed. */
    private static <T> long surplus(TypedWords typed, Candidate<T> candidate) {
        return candidate.parts().stream()
                .filter(part -> part.why() == Why.NAME)
                .flatMap(part -> part.words().stream())
                .distinct()
                .filter(word -> typed.words().stream()
                        .noneMatch(each -> word.startsWith(each.text()) || Slips.isOne(each.text(), word)))
                .count();
    }
}
