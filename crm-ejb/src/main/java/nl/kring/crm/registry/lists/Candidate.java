package nl.kring.crm.registry.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.PhoneDigits;

/**
 * Something that may be meant: its parts, each with the words it is found by.
 *
 * @param hit the row that is shown when it is
 * @param order breaks ties, so that the same question has the same answer
 */
record Candidate<T>(T hit, String order, String initials, List<Part> parts) {

    /** A part as it is written and as it is found. */
    record Part(Why why, String text, List<String> words) {}

    static <T> Builder<T> of(T hit, String order) {
        return new Builder<>(hit, order);
    }

    static final class Builder<T> {

        private final T hit;
        private final String order;
        private final List<Part> parts = new ArrayList<>();
        private final Set<String> covered = new HashSet<>();
        private String initials = "";

        private Builder(T hit, String order) {
            this.hit = hit;
            this.order = order;
        }

        Builder<T> part(Why why, String text) {
            if (text != null) {
                List<String> words = List.of(Folding.fold(text).split(" "));
                covered.addAll(words);
                parts.add(new Part(why, text, words));
            }
            return this;
        }

        Builder<T> initials(String text) {
            initials = Folding.fold(text).replace(" ", "");
            covered.add(initials);
            return this;
        }

        /** What else it is found by, which none of the parts shows. */
        Builder<T> rest(String searchText) {
            for (String word : searchText.strip().split(" ")) {
                if (!word.isEmpty() && !covered.contains(word)) {
                    parts.add(new Part(why(word), word, List.of(word)));
                }
            }
            return this;
        }

        /** A word of digits is no name: the index has phones as they are dialled, and other numbers as they are. */
        private static Why why(String word) {
            return PhoneDigits.isPhone(word)
                    ? Why.PHONE
                    : word.chars().allMatch(Character::isDigit) ? Why.NUMBER : Why.OTHER_NAME;
        }

        Candidate<T> build() {
            return new Candidate<>(hit, order, initials, List.copyOf(parts));
        }
    }
}
