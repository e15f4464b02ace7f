package nl.kring.crm.agenda.venue;

import java.io.Serializable;
import java.util.UUID;

/**
 * All of a venue.
 *
 * @param version to hand in with a change
 */
public record VenueDetail(UUID uuid, VenueForm form, boolean retired, long version) implements Serializable {}
