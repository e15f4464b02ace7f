package nl.kring.crm.agenda.resource;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What became of asking a teacher, for the organiser's staff.
 *
 * @param reason why not, as far as the teacher said so
 */
public record InvitationLine(
        UUID resource,
        String teacher,
        InvitationState state,
        Instant askedAt,
        Instant expiresAt,
        Instant answeredAt,
        String reason)
        implements Serializable {}
