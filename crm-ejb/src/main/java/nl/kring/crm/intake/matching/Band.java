package nl.kring.crm.intake.matching;

/** What becomes of two records. */
public enum Band {
    /** They are one person, and nobody needs to look. */
    AUTOMATIC,
    /** Somebody should look. */
    ASKED,
    /** They have nothing to do with each other. */
    APART;

    static Band of(Verdict verdict) {
        if (verdict.sure()) {
            return AUTOMATIC;
        }
        return verdict.doubtful() ? ASKED : APART;
    }
}
