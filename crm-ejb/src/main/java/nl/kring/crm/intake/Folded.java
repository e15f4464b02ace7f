package nl.kring.crm.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Words reduced to what is compared: lower case, no accents, ij as y. */
final class Folded {

    private static final Set<String> NO_NAME_OF_ITS_OWN = Set.of(
            "van", "von", "de", "den", "der", "des", "het", "ter", "ten", "te", "tot", "vd", "op", "in", "el", "al",
            "la", "le", "du", "aan", "bij", "uit", "oude", "olde", "groot", "klein", "nieuw", "nieuwe");

    private Folded() {}

    static String of(String text) {
        if (text == null) {
            return "";
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ł", "l")
                .replace("ı", "i")
                .replace("ij", "y")
                .replaceAll("[.'’`´]", "")
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
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
