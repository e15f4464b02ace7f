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
 * @param offerUntil until when a seat is held for who waited; null when none is
 * @param extra whether it is a seat beyond the last one
 * @param reason why he or she has no seat yet; null for who does not wait
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
        boolean elsewhere,
        Instant offerUntil,
        boolean extra,
        WaitingReason reason)
        implements Serializable {}
