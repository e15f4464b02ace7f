package nl.kring.crm.registry.lists;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One slip of a finger: a letter wrong, missing, too much, or exchanged with its neighbour. Words that are one slip apart
 * have a word in common when a letter is dropped from each; those stand in the index, of the first seven letters.
 */
final class Slips {

    /** Shorter words have too many neighbours. */
    static final int SHORTEST = 3;

    private static final int STEM = 7;

    private Slips() {}

    /** Under which words of the index all that is one slip away is found. */
    static List<String> keys(String word) {
        String stem = word.substring(0, Math.min(STEM, word.length()));
        Set<String> keys = new LinkedHashSet<>();
        keys.add("~" + stem);
        for (int i = 0; i < stem.length(); i++) {
            keys.add("~" + stem.substring(0, i) + stem.substring(i + 1));
        }
        return new ArrayList<>(keys);
    }

    static boolean isOne(String typed, String meant) {
        int shorter = Math.min(typed.length(), meant.length());
        int longer = Math.max(typed.length(), meant.length());
        if (longer - shorter > 1 || typed.equals(meant)) {
            return false;
        }
        int at = 0;
        while (at < shorter && typed.charAt(at) == meant.charAt(at)) {
            at++;
        }
        if (typed.length() != meant.length()) {
            String rest = (typed.length() > meant.length() ? typed : meant).substring(at + 1);
            return rest.equals((typed.length() > meant.length() ? meant : typed).substring(at));
        }
        boolean exchanged = at + 1 < shorter
                && typed.charAt(at) == meant.charAt(at + 1)
                && typed.charAt(at + 1) == meant.charAt(at)
                && typed.substring(at + 2).equals(meant.substring(at + 2));
        return exchanged || typed.substring(at + 1).equals(meant.substring(at + 1));
    }

    /** The same for the beginning of a longer word. */
    static boolean isOneInBeginning(String typed, String meant) {
        for (int length = typed.length() - 1; length <= typed.length() + 1; length++) {
            if (length < meant.length() && length > SHORTEST && isOne(typed, meant.substring(0, length))) {
                return true;
            }
        }
        return false;
    }
}
