package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * One enrolment as the organisers' staff see it, with its story.
 *
 * @param position the rank on the waiting list; null for who does not wait
 * @param offerUntil until when a seat is held for who waited; null when none is
 * @param drawAt when is drawn who gets a seat; null for who does not wait for that
 * @param extra whether it is a seat beyond the last one
 * @param cancelCents what cancelling costs now, in cents
 * @param substituteCents what sending somebody else of the same profession costs now, in cents
 * @param begun whether the edition has started, so that nobody can take anybody's place any more
 */
public record EnrolmentCard(
        UUID uuid,
        UUID edition,
        String title,
        Instant startsAt,
        UUID person,
        String name,
        Profession profession,
        EnrolmentState state,
        Integer position,
        Instant offerUntil,
        Instant drawAt,
        boolean extra,
        int cancelCents,
        int substituteCents,
        boolean begun,
        List<EnrolmentEvent> story)
        implements Serializable {}
