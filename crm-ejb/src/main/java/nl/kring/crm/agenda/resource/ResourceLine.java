package nl.kring.crm.agenda.resource;

import java.io.Serializable;
import java.util.UUID;

/**
 * Something that can be booked, in a list.
 *
 * @param organisation code of whose it is
 * @param own whether it is the caller's organisation's
 * @param bookings sessions that have it from today on
 */
public record ResourceLine(
        UUID uuid,
        ResourceKind kind,
        String name,
        String place,
        Integer capacity,
        String organisation,
        boolean own,
        boolean shared,
        boolean retired,
        int bookings)
        implements Serializable {}
