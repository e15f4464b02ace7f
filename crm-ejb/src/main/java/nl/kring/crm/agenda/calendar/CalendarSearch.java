package nl.kring.crm.agenda.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.registry.Profession;

/**
 * Which sessions those who plan want to see; what is null does not narrow it.
 *
 * @param from first day
 * @param to last day, at most {@value #LONGEST} days further
 * @param organisation code of the organiser
 * @param room a room that the session has
 * @param teacher a teacher that the session has
 * @param theme the UUID of one, as it stands in an address
 * @param audience meant for them or for everybody
 */
public record CalendarSearch(
        LocalDate from,
        LocalDate to,
        String organisation,
        UUID room,
        UUID teacher,
        Profession audience,
        String theme,
        EditionState state)
        implements Serializable {

    static final int LONGEST = 92;

    public CalendarSearch {
        to = to.isBefore(from) ? from : to.isAfter(from.plusDays(LONGEST)) ? from.plusDays(LONGEST) : to;
    }
}
