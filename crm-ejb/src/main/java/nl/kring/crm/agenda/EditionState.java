package nl.kring.crm.agenda;

/** A draft is seen by its organiser alone; a published edition by everybody. */
public enum EditionState {
    DRAFT,
    PUBLISHED,
    CANCELLED
}
