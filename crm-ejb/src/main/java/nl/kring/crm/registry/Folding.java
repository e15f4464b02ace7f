package nl.kring.crm.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One way to write a word, for finding: lower case, no accents, ij as y, a hyphen as a space, no dots or apostrophes.
 * What is stored and what is asked for are folded by the same rules.
 */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DROPPED = Pattern.compile("[.'’‘`´]");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern NUMBER = Pattern.compile("[\\d\\s.-]{5,}");
    private static final Pattern NAME_AFTER_DOT = Pattern.compile("(?<=\\p{L}\\.)(?=\\p{L}{2,}+(?!\\.))");
    private static final int SHORT = 3;
    private static final char FIRST_SPECIAL = '\u0080';

    private Folding() {}

    /** Folded words with one space between; empty for null. */
    public static String fold(String text) {
        if (text == null) {
            return "";
        }
        String plain = (isPlain(text) ? text.toLowerCase(Locale.ROOT) : withoutMarks(text)).replace("ij", "y");
        return OTHER.matcher(DROPPED.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Most are; then there is nothing to take apart. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST_SPECIAL) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ı", "i");
    }

    /** What somebody typed with the space that was forgotten after initials or a form of address: b.de vries, dr.jansen. */
    public static String apart(String typed) {
        return NAME_AFTER_DOT.matcher(typed).replaceAll(" ");
    }

    /**
     * What somebody typed, as LIKE patterns that must all hold. Words of three letters and more may stand anywhere in a
     * word, shorter ones begin one; a number may be typed in groups.
     */
    public static List<String> patterns(String typed) {
        if (typed == null || typed.isBlank()) {
            return List.of();
        }
        if (NUMBER.matcher(typed.strip()).matches()) {
            return List.of("%" + typed.replaceAll("\\D", "") + "%");
        }
        List<String> patterns = new ArrayList<>();
        for (String word : fold(apart(typed)).split(" ")) {
            if (word.equals("vd")) {
                patterns.add("% van %");
            } else if (!word.isEmpty()) {
                patterns.add(word.length() < SHORT ? "% " + word + "%" : "%" + word + "%");
            }
        }
        return patterns;
    }
}
