package nl.kring.crm.evaluation;

/** How a question is answered. */
public enum QuestionKind {
    /** A mark from 1 to 10. */
    MARK(10),
    /** From 1, disagrees entirely, to 5, agrees entirely. */
    AGREE(5),
    /** One of its options. */
    CHOICE(0),
    /** Any of its options. */
    SEVERAL(0),
    /** In own words. */
    TEXT(0);

    private final int highest;

    QuestionKind(int highest) {
        this.highest = highest;
    }

    /** Whether an average says something. */
    public boolean isScale() {
        return highest > 0;
    }

    public boolean hasOptions() {
        return this == CHOICE || this == SEVERAL;
    }

    /** The lowest number that answers it, and the highest. */
    int highest(int options) {
        return isScale() ? highest : options;
    }
}
