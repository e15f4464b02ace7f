package nl.kring.crm.agenda.calendar;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.agenda.EditionState;

/**
 * A session in the calendar of those who plan.
 *
 * @param sessionTitle what this meeting is about, or null
 * @param organisation code of the organiser
 * @param resources names of the rooms, teachers and equipment that it has, as far as the caller may see them, or null
 * @param own whether the caller may move it
 */
public record CalendarEntry(
        UUID session,
        UUID edition,
        String title,
        String sessionTitle,
        Instant startsAt,
        Instant endsAt,
        EditionState state,
        String organisation,
        String location,
        String place,
        int capacity,
        int taken,
        String resources,
        boolean own)
        implements Serializable {}
