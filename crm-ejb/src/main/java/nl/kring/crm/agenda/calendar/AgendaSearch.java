package nl.kring.crm.agenda.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.registry.Profession;

/**
 * Which editions of the public agenda are wanted; what is null does not narrow it.
 *
 * @param q words that all stand in title, summary, organiser or place
 * @param organisation code of the organiser
 * @param audience meant for them or for everybody
 * @param place a municipality of Twente, with all its places, or a place by its name
 * @param theme the UUID of one, as it stands in an address
 * @param from first day that it may start; null means from now on
 * @param to last day that it may start
 * @param among only these courses
 */
public record AgendaSearch(
        String q,
        String organisation,
        Profession audience,
        CourseKind kind,
        String place,
        String theme,
        LocalDate from,
        LocalDate to,
        CourseSelection among) {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    public AgendaSearch {
        q = readable(q);
        organisation = readable(organisation);
        place = readable(place);
        theme = readable(theme);
        from = from == null || from.isBefore(FIRST) || from.isAfter(LAST) ? null : from;
        to = to == null || to.isBefore(FIRST) || to.isAfter(LAST) ? null : to;
    }

    /** All that comes. */
    public static AgendaSearch everything() {
        return new AgendaSearch(null, null, null, null, null, null, null, null, null);
    }

    /** The same, of these courses alone. */
    public AgendaSearch among(CourseSelection courses) {
        return new AgendaSearch(q, organisation, audience, kind, place, theme, from, to, courses);
    }

    /** What a page's cursor belongs to. */
    List<?> parts() {
        return Arrays.asList("calendar", q, organisation, audience, kind, place, theme, from, to, among);
    }

    /** Nothing of it can be kept from the database. */
    private static String readable(String text) {
        return text == null || text.isBlank()
                ? null
                : text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
    }
}
