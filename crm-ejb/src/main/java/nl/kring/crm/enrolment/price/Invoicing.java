package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One time that a selection was passed on to be invoiced. */
public record Invoicing(UUID uuid, LocalDate invoicedOn, Instant madeAt, int lines, int totalCents, boolean undone)
        implements Serializable {}
