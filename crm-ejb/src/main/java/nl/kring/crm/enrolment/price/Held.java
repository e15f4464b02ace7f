package nl.kring.crm.enrolment.price;

import java.time.Instant;

/**
 * What the fee of a seat depends on.
 *
 * @param priceCents what was agreed
 * @param since from when on the person has the seat; whoever waited had nothing to give back before
 * @param startsAt of the edition
 */
public record Held(int priceCents, Instant since, Instant startsAt, boolean webinar) {}
