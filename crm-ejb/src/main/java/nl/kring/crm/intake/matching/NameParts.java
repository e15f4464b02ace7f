package nl.kring.crm.intake.matching;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.kring.crm.registry.Folding;

/** Names in the pieces that are compared. */
final class NameParts {

    private static final Set<String> NO_NAME_OF_ITS_OWN = Set.of(
            "van", "von", "de", "den", "der", "des", "het", "ter", "ten", "te", "tot", "vd", "op", "in", "el", "al",
            "la", "le", "du", "aan", "bij", "by", "uit", "oude", "olde", "groot", "klein", "nieuw", "nieuwe");

    private static final Pattern DIGITS = Pattern.compile("\\d+$");

    private NameParts() {}

    static String folded(String text) {
        return Folding.fold(text);
    }

    /** The parts of surnames that tell families apart; prefixes only when there is nothing else. */
    static Set<String> telling(String... surnames) {
        Set<String> parts = new TreeSet<>();
        for (String surname : surnames) {
            String folded = folded(surname);
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

    /** The first given name. */
    static String first(String givenNames) {
        String folded = folded(givenNames);
        int space = folded.indexOf(' ');
        return space < 0 ? folded : folded.substring(0, space);
    }

    /** Initials as bare letters. */
    static String letters(String initials) {
        return folded(initials).replace(" ", "");
    }

    /**
     * The given name in an address like sandra.smit@ or sandrasmit74@ of somebody who is called Smit, if it goes with the
     * initials; empty when there is none.
     */
    static String inAddress(String email, Set<String> surnameParts, String initials) {
        int at = email == null ? -1 : email.indexOf('@');
        if (at > 0) {
            String words = DIGITS.matcher(folded(email.substring(0, at).replace('.', ' ')))
                    .replaceAll("");
            String bare = words.replace(" ", "");
            for (String part : surnameParts) {
                int begins = bare.indexOf(part);
                String before = begins < 0 ? "" : bare.substring(0, begins);
                if (before.length() > 2
                        && bare.length() == begins + part.length()
                        && (GivenNames.letters(before) & GivenNames.bit(initials)) != 0) {
                    return before;
                }
            }
        }
        return "";
    }

    /**
     * The surname in an address like s.smit@ or sandra.smit@, under which a woman who is registered by another name may be
     * known too; empty when what stands before the dot does not go with her given name or initials.
     */
    static String surnameInAddress(String email, String givenName, String initials) {
        int at = email == null ? -1 : email.indexOf('@');
        int dot = email == null ? -1 : email.indexOf('.');
        if (dot < 1 || dot > at) {
            return "";
        }
        String before = folded(email.substring(0, dot));
        String after = DIGITS.matcher(folded(email.substring(dot + 1, at))).replaceAll("");
        String given = first(givenName);
        int letters = GivenNames.letters(given) | GivenNames.bit(initials);
        boolean goes = before.length() == 1
                ? (GivenNames.bit(before) & (given.isEmpty() ? letters : GivenNames.bit(given))) != 0
                : before.equals(given)
                        || GivenNames.together(GivenNames.groups(before), GivenNames.groups(given))
                        || given.isEmpty() && (GivenNames.letters(before) & letters) != 0;
        return goes && after.length() > 3 && after.indexOf(' ') < 0 ? after : "";
    }

    /** Both sorted. */
    static boolean meet(int[] one, int[] other) {
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                return true;
            }
            if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }
}
