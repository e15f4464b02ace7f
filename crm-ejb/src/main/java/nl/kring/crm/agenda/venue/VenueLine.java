package nl.kring.crm.agenda.venue;

import java.io.Serializable;
import java.util.UUID;

/**
 * A venue in a list.
 *
 * @param bookings editions to come for which it is asked, kept or agreed
 */
public record VenueLine(
        UUID uuid, String name, String place, String contact, Integer capacity, boolean retired, int bookings)
        implements Serializable {}
