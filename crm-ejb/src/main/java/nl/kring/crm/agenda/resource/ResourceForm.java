package nl.kring.crm.agenda.resource;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * What an organisation says of something that can be booked.
 *
 * @param address street and number of a room
 * @param email where a teacher is asked
 * @param capacity how many people a room takes, or null
 * @param minutesBefore how long it is needed before a session: setting up, travelling
 * @param minutesAfter how long after it
 * @param shared whether staff of other participants may book it
 * @param hours when it can be had, at most once a day of the week; none means always
 */
public record ResourceForm(
        ResourceKind kind,
        String name,
        String place,
        String address,
        String email,
        Integer capacity,
        int minutesBefore,
        int minutesAfter,
        boolean shared,
        List<Hours> hours)
        implements Serializable {

    /** From when to when it can be had on a day of the week, by the clock on the wall. */
    public record Hours(DayOfWeek day, LocalTime opens, LocalTime closes) implements Serializable {}
}
