package nl.kring.crm.attendance.past;

/** What a file is about: one row for each participation, or one for each membership. */
public enum PastKind {
    PARTICIPATION,
    MEMBERSHIP
}
