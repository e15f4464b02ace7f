package nl.kring.crm.agenda;

import java.time.Instant;
import nl.kring.crm.registry.Profession;

/**
 * Which editions of the public agenda are wanted.
 *
 * @param from starting then or later; null means from now on
 * @param to starting before then, or null
 * @param organisation code of the organiser, or null
 * @param audience meant for them or for everybody, or null
 * @param q words that all stand in title, summary, organiser or place, or null
 * @param size rows a page, 1 to 200; 0 means 20
 * @param after cursor that the page before gave, or null
 */
public record AgendaQuery(
        Instant from, Instant to, String organisation, Profession audience, String q, int size, String after) {

    /** Nothing is planned before or after; further away the database cannot count. */
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public AgendaQuery {
        from = within(from);
        to = within(to);
        organisation = organisation == null ? null : organisation.replaceAll("[\\p{Cc}\\p{Cs}]", " ");
    }

    private static Instant within(Instant moment) {
        if (moment == null) {
            return null;
        }
        return moment.isBefore(EARLIEST) ? EARLIEST : moment.isAfter(LATEST) ? LATEST : moment;
    }
}
