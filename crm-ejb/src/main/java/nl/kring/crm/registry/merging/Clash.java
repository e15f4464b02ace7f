package nl.kring.crm.registry.merging;

/**
 * Two rows of one table that cannot both be right when their persons are one.
 *
 * @param kind SQL for what it is called, over {@code a}, the survivor's row, and {@code b}, that of who is merged
 * @param when SQL for whether they clash; {@code :now} in it is this moment
 * @param outcome what becomes of the second row meanwhile
 * @param decider SQL for the number of the organisation that decides; {@code null} for the steward
 * @param quiet SQL for whether nobody has to decide anything
 */
public record Clash(String kind, String when, Outcome outcome, String decider, String quiet) {

    /** What becomes of the row of who is merged until somebody decides. */
    public enum Outcome {
        /** It goes along and stands beside the other. */
        BESIDE,
        /** It stays with the tombstone, because the table holds one alone. */
        STAYS,
        /** It goes along like any other; somebody should look. */
        NOTED
    }

    public static Clash beside(String kind, String when, String decider) {
        return new Clash(quoted(kind), when, Outcome.BESIDE, decider, "false");
    }

    public static Clash noted(String kind, String when, String decider) {
        return new Clash(quoted(kind), when, Outcome.NOTED, decider, "false");
    }

    public static Clash stays(String kind, String when, String decider, String quiet) {
        return new Clash(quoted(kind), when, Outcome.STAYS, decider, quiet);
    }

    private static String quoted(String kind) {
        return "'" + kind + "'";
    }
}
