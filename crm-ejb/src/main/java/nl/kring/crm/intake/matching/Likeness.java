package nl.kring.crm.intake.matching;

/** How alike two texts are. */
final class Likeness {

    private static final double TYPING_ERROR = 0.92;
    private static final int SHORT = 4;

    private Likeness() {}

    /** One letter left out, added, changed or exchanged with its neighbour; in a short word only an exchange or change. */
    static boolean oneEdit(String one, String other) {
        int difference = one.length() - other.length();
        if (difference > 1 || difference < -1) {
            return false;
        }
        String longer = difference >= 0 ? one : other;
        String shorter = difference >= 0 ? other : one;
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        if (at == shorter.length()) {
            return true;
        }
        if (difference != 0) {
            return longer.regionMatches(at + 1, shorter, at, shorter.length() - at);
        }
        int rest = longer.length() - at - 1;
        boolean changed = longer.regionMatches(at + 1, shorter, at + 1, rest);
        boolean exchanged = rest > 0
                && longer.charAt(at) == shorter.charAt(at + 1)
                && longer.charAt(at + 1) == shorter.charAt(at)
                && longer.regionMatches(at + 2, shorter, at + 2, rest - 1);
        return changed || exchanged;
    }

    /** Different words that may be one word written wrongly. */
    static boolean mayBeSlip(String one, String other) {
        if (Math.min(one.length(), other.length()) < SHORT) {
            return false;
        }
        return oneEdit(one, other) || jaroWinkler(one, other) >= TYPING_ERROR;
    }

    /** From 0 to 1, as Winkler defines it with four letters of prefix at 0.1. */
    static double jaroWinkler(String one, String other) {
        int length = one.length();
        int lengthOfOther = other.length();
        int window = Math.max(0, Math.max(length, lengthOfOther) / 2 - 1);
        long found = 0;
        int matches = 0;
        char[] matched = new char[length];
        for (int i = 0; i < length; i++) {
            int until = Math.min(lengthOfOther, i + window + 1);
            for (int j = Math.max(0, i - window); j < until; j++) {
                if (j < Long.SIZE && (found & 1L << j) == 0 && one.charAt(i) == other.charAt(j)) {
                    found |= 1L << j;
                    matched[matches++] = one.charAt(i);
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int misplaced = 0;
        for (int j = 0, at = 0; at < matches; j++) {
            if ((found & 1L << j) != 0 && matched[at++] != other.charAt(j)) {
                misplaced++;
            }
        }
        double jaro =
                ((double) matches / length + (double) matches / lengthOfOther + (matches - misplaced / 2.0) / matches)
                        / 3;
        int prefix = 0;
        while (prefix < 4 && prefix < length && prefix < lengthOfOther && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }
}
