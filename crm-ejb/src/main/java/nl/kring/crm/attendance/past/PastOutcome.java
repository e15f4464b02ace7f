package nl.kring.crm.attendance.past;

/** What becomes of a row. */
public enum PastOutcome {
    /** It would be taken over. */
    NEW,
    /** It is there already. */
    KNOWN,
    /** An earlier row of the file says the same. */
    TWICE,
    /** Who is meant has to be decided by people. */
    DOUBT,
    /** People decided that it is left out. */
    LEFT_OUT,
    /** Something in it cannot be. */
    REFUSED,
    /** It was taken over. */
    TAKEN,
    /** It was taken over and taken back. */
    GIVEN_BACK,
    /** It was to be taken back and stays, because something else was built on it. */
    STAYS
}
