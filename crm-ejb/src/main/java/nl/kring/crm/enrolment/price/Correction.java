package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.Instant;

/** That staff decided what somebody owes, whatever the rules say. */
public record Correction(int wasCents, int cents, String reason, Instant at) implements Serializable {}
