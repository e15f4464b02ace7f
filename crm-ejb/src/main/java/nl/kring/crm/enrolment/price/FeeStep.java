package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.Instant;

/**
 * What cancelling costs somebody until a moment.
 *
 * @param until the last moment; null for the last step, which holds until the start
 */
public record FeeStep(Instant until, int feeCents) implements Serializable {}
