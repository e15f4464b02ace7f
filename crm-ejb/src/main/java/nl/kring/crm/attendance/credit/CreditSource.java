package nl.kring.crm.attendance.credit;

/**
 * How points came into the ledger: by being there, by declaring them with evidence, from what was kept before, or at a meeting of a
 * peer review group.
 */
public enum CreditSource {
    ATTENDANCE,
    SELF,
    IMPORT,
    MEETING
}
