package nl.kring.crm.registry.merging;

/**
 * Of two rows that could not both be right one was found not to be; who owns it lets it go now, in the same transaction.
 *
 * @param reason why, as whoever decided it put it
 */
public record RowDropped(String kind, long row, String reason) {

    /** True for a row of these. */
    public boolean isOf(PersonRows rows) {
        return rows.kind().equals(kind);
    }
}
