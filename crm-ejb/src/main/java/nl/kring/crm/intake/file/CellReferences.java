package nl.kring.crm.intake.file;

/**
 * Watches the bytes of a sheet go by for a cell in a column that no spreadsheet has, like {@code r="ZZZZZZ2"}: who reads
 * such a row makes room for hundreds of millions of cells. A column has at most three letters.
 */
final class CellReferences {

    private static final int MOST_LETTERS = 3;

    private enum At {
        ELSEWHERE,
        BLANK,
        NAME,
        EQUALS,
        VALUE
    }

    private At at = At.ELSEWHERE;
    private int letters;

    /** True when one was met in these bytes, which follow on those of the call before. */
    boolean farAway(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            step((char) (bytes[i] & 0xFF));
            if (letters > MOST_LETTERS) {
                return true;
            }
        }
        return false;
    }

    private void step(char c) {
        boolean blank = isBlank(c);
        switch (at) {
            case ELSEWHERE -> at = blank ? At.BLANK : At.ELSEWHERE;
            case BLANK -> at = blank ? At.BLANK : c == 'r' ? At.NAME : At.ELSEWHERE;
            case NAME -> at = c == '=' ? At.EQUALS : blank ? At.NAME : At.ELSEWHERE;
            case EQUALS -> at = c == '"' || c == '\'' ? At.VALUE : blank ? At.EQUALS : At.ELSEWHERE;
            case VALUE -> value(c);
        }
    }

    /** An escaped letter counts as many: no spreadsheet writes one here. */
    private void value(char c) {
        if (c == '&') {
            letters = MOST_LETTERS + 1;
        } else if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
            letters++;
        } else {
            letters = 0;
            at = isBlank(c) ? At.BLANK : At.ELSEWHERE;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
