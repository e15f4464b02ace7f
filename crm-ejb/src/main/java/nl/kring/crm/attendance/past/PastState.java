package nl.kring.crm.attendance.past;

/** How far the taking over of a file is. */
public enum PastState {
    /** Its columns are to be said. */
    UPLOADED,
    REHEARSING,
    /** What would happen is known, and nothing did. */
    REHEARSED,
    APPLYING,
    /** What could be taken over is; who is in doubt may still be decided, and then the rest is taken over too. */
    APPLIED,
    REVERTING,
    REVERTED,
    FAILED;

    /** Whether a job is at it. */
    public boolean isBusy() {
        return this == REHEARSING || this == APPLYING || this == REVERTING;
    }
}
