package nl.kring.crm.agenda.venue;

/** What is left to do with a venue since its edition changed. */
public enum VenueToDo {
    /** The edition has other times than the venue was asked for. */
    ASK_AGAIN,
    /** The edition is cancelled and the venue does not know. */
    CALL_OFF
}
