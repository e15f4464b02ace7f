package nl.kring.crm.enrolment.price;

/** Why an amount is, or was, to be invoiced. */
public enum InvoiceKind {
    PRICE,
    CANCELLATION_FEE,
    NO_SHOW_FEE,
    /** Takes back a line that was invoiced before. */
    CREDIT
}
