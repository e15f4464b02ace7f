package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Which lines are asked for.
 *
 * @param edition of this one alone, or null
 * @param from first day of the courses, or null
 * @param to last day of the courses, or null
 * @param open true for what is still to be invoiced, false for what was, null for both
 * @param payer a piece of the name of who pays, or null
 */
public record InvoiceFilter(UUID edition, LocalDate from, LocalDate to, Boolean open, String payer)
        implements Serializable {}
