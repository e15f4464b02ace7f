package nl.kring.crm.agenda.resource;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What a session has.
 *
 * @param heldUntil until when it is held; null when it is not only held
 * @param reason why it is booked although somebody else has it
 */
public record BookingLine(
        UUID uuid,
        UUID session,
        int position,
        Instant startsAt,
        Instant endsAt,
        UUID resource,
        String name,
        ResourceKind kind,
        BookingState state,
        Instant heldUntil,
        String reason,
        Integer capacity)
        implements Serializable {}
