package nl.kring.crm.attendance;

/** What has changed since a certificate was given out. */
public enum Difference {
    /** The name or the initials. */
    NAME,
    /** The title, the days or the place. */
    COURSE,
    /** How much he or she was there; alone when it is no longer enough for a certificate. */
    ATTENDANCE,
    /** What it is worth in a register, or in which. */
    POINTS
}
