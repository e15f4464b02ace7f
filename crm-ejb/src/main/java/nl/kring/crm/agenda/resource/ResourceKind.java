package nl.kring.crm.agenda.resource;

/** What can be had by one session at a time. */
public enum ResourceKind {
    ROOM,
    TEACHER,
    EQUIPMENT
}
