package nl.kring.crm.attendance.credit;

/** How points came into the ledger: by being there, by declaring them with evidence, or from what was kept before. */
public enum CreditSource {
    ATTENDANCE,
    SELF,
    IMPORT
}
