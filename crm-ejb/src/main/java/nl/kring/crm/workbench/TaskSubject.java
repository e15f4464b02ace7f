package nl.kring.crm.workbench;

/** What a task can be about, and so which page it opens. */
public enum TaskSubject {
    PERSON,
    ORGANISATION,
    EDITION,
    PEER_REVIEW_GROUP
}
