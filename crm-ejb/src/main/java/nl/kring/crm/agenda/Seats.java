package nl.kring.crm.agenda;

/** What somebody who looks for a seat meets. */
public enum Seats {
    FREE,
    WAITING_LIST,
    FULL
}
