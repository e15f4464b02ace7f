package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that happened to an enrolment.
 *
 * @param what a code, like CONFIRMED or OFFER_EXPIRED
 * @param by who did it; null for the clock and for somebody with a link
 * @param reason or null
 */
public record EnrolmentEvent(Instant at, String what, String by, String reason) implements Serializable {}
