package nl.kring.crm.intake.file;

/** Counts how often a text goes by among bytes. Its first letter may stand nowhere else in it, as in a tag. */
final class Occurrences {

    private final String text;
    private int matched;
    private int seen;

    Occurrences(String text) {
        this.text = text;
    }

    /** Of these bytes, which follow on those of the call before. */
    void look(byte[] bytes, int length) {
        for (int at = 0; at < length; at++) {
            if (bytes[at] == text.charAt(matched)) {
                matched++;
                if (matched == text.length()) {
                    seen++;
                    matched = 0;
                }
            } else {
                matched = bytes[at] == text.charAt(0) ? 1 : 0;
            }
        }
    }

    int seen() {
        return seen;
    }
}
