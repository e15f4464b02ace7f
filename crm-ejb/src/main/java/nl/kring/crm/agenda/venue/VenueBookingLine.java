package nl.kring.crm.agenda.venue;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How far an edition is with a venue.
 *
 * @param optionUntil the last day on which it is kept for us
 * @param toDo what is left to do since the edition changed, or null
 * @param persons to how many is served, as things are now
 * @param steps what can be done next
 * @param version to hand in with other terms
 */
public record VenueBookingLine(
        UUID uuid,
        VenueDetail venue,
        VenueState state,
        LocalDate optionUntil,
        VenueToDo toDo,
        VenueTerms terms,
        Integer persons,
        List<Event> events,
        Set<VenueStep> steps,
        long version)
        implements Serializable {

    /**
     * Something that was done.
     *
     * @param happened code of what: a step, or what the edition did
     * @param who name of who did it; null for nobody in particular
     */
    public record Event(Instant at, String happened, String note, String who) implements Serializable {}
}
