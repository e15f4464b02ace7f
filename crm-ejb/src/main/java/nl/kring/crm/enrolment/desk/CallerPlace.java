package nl.kring.crm.enrolment.desk;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentState;

/**
 * A seat or a waiting place of somebody who calls.
 *
 * @param position the rank on the waiting list, null for who has a seat
 * @param email where the mail about it went; null when no address is known, so that it has to be told
 */
public record CallerPlace(
        UUID uuid,
        UUID edition,
        UUID person,
        String name,
        String title,
        Instant startsAt,
        EnrolmentState state,
        Long position,
        int priceCents,
        String email)
        implements Serializable {}
