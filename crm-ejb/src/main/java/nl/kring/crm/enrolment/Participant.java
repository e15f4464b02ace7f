package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * One line of the list of participants.
 *
 * @param position the rank on the waiting list, null for who has a seat
 * @param email where the confirmation went; null when no mail could be sent, so that somebody has to call
 * @param elsewhere whether he or she has a seat somewhere else at the same time
 * @param feeNowCents what cancelling would cost at this moment, in cents
 */
public record Participant(
        UUID uuid,
        UUID personUuid,
        String name,
        Profession profession,
        String workplace,
        EnrolmentState state,
        Integer position,
        String email,
        Instant enrolledAt,
        int feeNowCents,
        boolean elsewhere)
        implements Serializable {}
