package nl.kring.crm.registry.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.kring.crm.registry.Folding;

/**
 * What a practice is called, folded, and the part of it that tells one practice from another: whether it calls itself
 * Huisartsenpraktijk or HAP says little.
 */
record PracticeName(String folded, String telling) {

    /** How two names compare. */
    enum Likeness {
        EQUAL,
        /** The same but for the word that says what kind of practice it is. */
        SAME_BUT_KIND,
        /** Perhaps the same, written wrongly. */
        CLOSE,
        DIFFERS
    }

    private static final Set<String> KINDS = Set.of(
            "hap",
            "huisarts",
            "huisartsen",
            "huisartsenpraktyk",
            "huisartspraktyk",
            "huisartsenmaatschap",
            "dokterspraktyk",
            "groepspraktyk",
            "praktyk",
            "maatschap");
    private static final int SHORT = 4;

    /** Null when nothing is left of it. */
    static PracticeName of(String name) {
        String folded = Folding.fold(name);
        if (folded.isEmpty()) {
            return null;
        }
        List<String> telling = new ArrayList<>(Arrays.asList(folded.split(" ")));
        telling.removeIf(KINDS::contains);
        return new PracticeName(folded, telling.isEmpty() ? folded : String.join(" ", telling));
    }

    Likeness like(PracticeName other) {
        if (folded.equals(other.folded)) {
            return Likeness.EQUAL;
        }
        if (telling.equals(other.telling)) {
            return Likeness.SAME_BUT_KIND;
        }
        return mayBeSlip(telling, other.telling) || mayBeSlip(folded, other.folded) ? Likeness.CLOSE : Likeness.DIFFERS;
    }

    /** One slip of the pen; but a number or a letter by itself tells one thing from another. */
    static boolean mayBeSlip(String one, String other) {
        String[] words = one.split(" ");
        String[] others = other.split(" ");
        if (words.length != others.length) {
            return oneEdit(one.replace(" ", ""), other.replace(" ", ""));
        }
        int slips = 0;
        for (int at = 0; at < words.length; at++) {
            if (!words[at].equals(others[at])) {
                boolean telling = Math.min(words[at].length(), others[at].length()) < SHORT
                        || words[at].chars().allMatch(Character::isDigit)
                        || others[at].chars().allMatch(Character::isDigit);
                if (telling || !oneEdit(words[at], others[at])) {
                    return false;
                }
                slips++;
            }
        }
        return slips <= 1;
    }

    /** One letter left out, added, changed, or exchanged with its neighbour; or none. */
    private static boolean oneEdit(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = one.length() >= other.length() ? other : one;
        int more = longer.length() - shorter.length();
        if (more > 1 || shorter.length() < SHORT) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        if (at == shorter.length()) {
            return true;
        }
        if (more == 1) {
            return longer.regionMatches(at + 1, shorter, at, shorter.length() - at);
        }
        boolean changed = longer.regionMatches(at + 1, shorter, at + 1, longer.length() - at - 1);
        return changed
                || at + 1 < longer.length()
                        && longer.charAt(at) == shorter.charAt(at + 1)
                        && longer.charAt(at + 1) == shorter.charAt(at)
                        && longer.regionMatches(at + 2, shorter, at + 2, longer.length() - at - 2);
    }
}
