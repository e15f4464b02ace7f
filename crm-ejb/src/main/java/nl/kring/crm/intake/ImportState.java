package nl.kring.crm.intake;

/** Where a run stands. */
public enum ImportState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** True when nothing more will happen. */
    public boolean isEnd() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
