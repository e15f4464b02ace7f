package nl.kring.crm.agenda.venue;

import java.io.Serializable;
import java.util.List;

/**
 * What is agreed with a venue.
 *
 * @param costCents what it costs altogether, in cents, or null when that is not known
 * @param catering what is served, or null
 * @param cateringPersons for how many; not used while it follows the participants
 * @param cateringFollows whether it is served to as many as have a seat
 * @param dietNotes what else the kitchen must know
 */
public record VenueTerms(
        Integer costCents,
        String catering,
        Integer cateringPersons,
        boolean cateringFollows,
        String dietNotes,
        List<Diet> diets)
        implements Serializable {}
