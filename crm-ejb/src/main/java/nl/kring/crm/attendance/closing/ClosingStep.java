package nl.kring.crm.attendance.closing;

/** What has to be done for each participant after the evening, in the order in which it is done. */
public enum ClosingStep {
    /** Whether he or she was there is known for each session. */
    PRESENCE,
    /** The registers know of it. */
    DELIVERY,
    /** There is a certificate. */
    CERTIFICATE,
    /** He or she was asked what it was like. */
    EVALUATION,
    /** What is owed was invoiced. */
    INVOICE
}
