package nl.kring.crm.workbench;

/** What an own column is about. */
public enum OwnSubject {
    PERSON,
    ORGANISATION
}
