package nl.kring.crm.registry.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.registry.Folding;

/** What somebody typed, word by word, and what to ask the index for. */
record TypedWords(List<Word> words) {

    private static final Pattern SPACE = Pattern.compile("[\\s,;/]+");
    private static final Pattern WITH_DOTS = Pattern.compile("(\\p{L}{1,2}\\.)+\\p{L}?|\\p{L}");
    private static final int MOST = 8;

    /**
     * The little words before a Dutch surname, forms of address, and what people call a practice whatever its name is, folded: so
     * common, and so often forgotten, that nobody is left out for them.
     */
    private static final Set<String> PREFIXES = Set.of(
            "van",
            "de",
            "der",
            "den",
            "het",
            "t",
            "ten",
            "ter",
            "te",
            "vd",
            "vh",
            "la",
            "le",
            "du",
            "des",
            "von",
            "el",
            "al",
            "op",
            "in",
            "aan",
            "bij",
            "uit",
            "dr",
            "drs",
            "dhr",
            "mw",
            "mevr",
            "mevrouw",
            "dokter",
            "huisarts",
            "praktyk");

    enum Form {
        WORD,
        INITIALS,
        PREFIX
    }

    record Word(String text, Form form) {

        /** Two to four letters without a dot may be initials all the same. */
        boolean mayBeInitials() {
            return form == Form.INITIALS || form == Form.WORD && text.length() <= 4 && !hasDigit();
        }

        boolean hasDigit() {
            return text.chars().anyMatch(Character::isDigit);
        }

        private Stream<String> asTyped() {
            if (form == Form.INITIALS || text.length() == 1) {
                return Stream.of(quoted("^" + text));
            }
            return text.length() == 2
                    ? Stream.of(quoted(text), quoted("^" + text))
                    : text.length() <= 4
                            ? Stream.of(quoted(text) + ":*", quoted("^" + text))
                            : Stream.of(quoted(text) + ":*");
        }

        private Stream<String> nearly() {
            if (form == Form.INITIALS || text.length() == 1) {
                return Stream.of(quoted("^" + text.charAt(0)));
            }
            return text.length() < Slips.SHORTEST || hasDigit()
                    ? asTyped()
                    : Stream.concat(asTyped(), Slips.keys(text).stream().map(Word::quoted));
        }

        private static String quoted(String word) {
            return "'" + word + "'";
        }
    }

    static TypedWords of(String typed) {
        List<Word> words = new ArrayList<>();
        for (String token : SPACE.split(Folding.apart(typed.strip()))) {
            for (String word : Folding.fold(token).split(" ")) {
                if (!word.isEmpty() && words.size() < MOST) {
                    words.add(new Word(word, form(token, word, words.isEmpty())));
                }
            }
        }
        boolean onlyPrefixes = words.stream().allMatch(word -> word.form() == Form.PREFIX);
        return new TypedWords(
                onlyPrefixes
                        ? words.stream()
                                .map(word -> new Word(word.text(), Form.WORD))
                                .toList()
                        : words);
    }

    /** A small letter after the first word is a shortened prefix, as in A. v. d. Berg. */
    private static Form form(String token, String word, boolean first) {
        if (PREFIXES.contains(word) || !first && (word.equals("v") || word.equals("d")) && token.startsWith(word)) {
            return Form.PREFIX;
        }
        return WITH_DOTS.matcher(token).matches() ? Form.INITIALS : Form.WORD;
    }

    boolean isNothing() {
        return words.isEmpty();
    }

    /** The word that names are looked up by when it is the only one. */
    String only() {
        List<Word> significant =
                words.stream().filter(word -> word.form() != Form.PREFIX).toList();
        return significant.size() == 1 && significant.get(0).form() == Form.WORD
                ? significant.get(0).text()
                : null;
    }

    /** All the words, each whole or as a beginning. */
    String exactly() {
        return words.stream()
                .filter(word -> word.form() != Form.PREFIX)
                .map(word -> word.asTyped().collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }

    /** All the words, each perhaps with one slip. */
    String nearly() {
        return words.stream()
                .filter(word -> word.form() != Form.PREFIX)
                .map(word -> word.nearly().collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }
}
