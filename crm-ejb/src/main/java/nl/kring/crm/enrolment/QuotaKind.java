package nl.kring.crm.enrolment;

/** What a quota does with its seats. */
public enum QuotaKind {
    /** They are kept for those it is for, who may also take another seat when they are gone. */
    KEPT,
    /** Those it is for take not more than these. */
    AT_MOST
}
