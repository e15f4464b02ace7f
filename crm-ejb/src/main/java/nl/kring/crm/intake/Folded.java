package nl.kring.crm.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Words reduced to what is compared: lower case, no accents, ij as y. */
final class Folded {

    private static final char FIRST_SPECIAL = '\u0080';
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DROPPED = Pattern.compile("[.'’`´]");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Set<String> NO_NAME_OF_ITS_OWN = Set.of(
            "van", "von", "de", "den", "der", "des", "het", "ter", "ten", "te", "tot", "vd", "op", "in", "el", "al",
            "la", "le", "du", "aan", "bij", "uit", "oude", "olde", "groot", "klein", "nieuw", "nieuwe");

    private Folded() {}

    static String of(String text) {
        if (text == null) {
            return "";
        }
        String plain = isPlain(text) ? text.toLowerCase(Locale.ROOT) : withoutMarks(text);
        return OTHER.matcher(DROPPED.matcher(plain.replace("ij", "y")).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

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
                .replace("ł", "l")
                .replace("ı", "i");
    }

    /** The parts of surnames that can tell families apart, prefixes left out unless there is nothing else. */
    static Set<String> surnameParts(String... names) {
        Set<String> parts = new TreeSet<>();
        for (String name : names) {
            String folded = of(name);
            Set<String> telling = new TreeSet<>();
            for (String part : folded.split(" ")) {
                if (part.length() > 1 && !NO_NAME_OF_ITS_OWN.contains(part)) {
                    telling.add(part);
                }
            }
            if (telling.isEmpty() && !folded.isEmpty()) {
                telling.add(folded);
            }
            parts.addAll(telling);
        }
        return parts;
    }
}
