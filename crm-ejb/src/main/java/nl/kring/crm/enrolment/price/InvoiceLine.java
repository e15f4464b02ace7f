package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An amount of one enrolment. As long as it is to be invoiced it follows the enrolment; then it stays as it was.
 *
 * @param day of the course
 * @param amountCents below nothing for a credit line
 * @param payerKind SELF for who pays himself or herself
 * @param payer the name of the organisation that pays, or of the participant
 * @param invoicedOn null when that is still to be done
 */
public record InvoiceLine(
        UUID enrolment,
        UUID edition,
        LocalDate day,
        String title,
        String participant,
        InvoiceKind kind,
        int amountCents,
        boolean vatExempt,
        int vatCents,
        String payerKind,
        String payer,
        String reference,
        LocalDate invoicedOn)
        implements Serializable {}
