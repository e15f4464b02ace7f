package nl.kring.crm.enrolment;

import java.util.UUID;

/**
 * How an enrolment stands.
 *
 * @param position the rank on the waiting list, from 1; null for who does not wait
 */
public record EnrolmentAnswer(UUID uuid, EnrolmentState state, Integer position) {}
