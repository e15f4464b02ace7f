package nl.kring.crm.agenda.venue;

import java.io.Serializable;

/**
 * What an organisation knows of a venue.
 *
 * @param contact whom one asks there
 * @param capacity how many people it takes, or null
 */
public record VenueForm(
        String name,
        String address,
        String place,
        String contact,
        String email,
        String phone,
        Integer capacity,
        String notes)
        implements Serializable {}
