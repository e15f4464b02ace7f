package nl.kring.crm.enrolment;

import java.util.UUID;

/**
 * An enrolment that was cancelled.
 *
 * @param feeCents what is owed for it, in cents
 */
public record Cancellation(UUID uuid, int feeCents) {}
