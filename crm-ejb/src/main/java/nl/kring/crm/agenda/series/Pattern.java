package nl.kring.crm.agenda.series;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When sessions recur.
 *
 * @param every WEEKLY: on the weekday of the first day, each so many weeks; MONTHLY: on its weekday of that rank in the
 *     month, each so many months; OWN: on the days that are named
 * @param interval how many weeks or months, 1 to 12
 * @param rank of the weekday in its month, 1 to 4, or -1 for the last; for MONTHLY
 * @param first the first day; for MONTHLY the first month and the weekday
 * @param weekday of MONTHLY
 * @param days of OWN
 * @param from begin of each session, by the clock on the wall
 * @param to its end; before the begin it is on the next day
 * @param count how many sessions, 1 to 60; for OWN as many as days are named
 * @param onHoliday what becomes of a session on a public holiday
 * @param onClash what becomes of a session at a time that is taken
 */
public record Pattern(
        Every every,
        int interval,
        int rank,
        DayOfWeek weekday,
        LocalDate first,
        List<LocalDate> days,
        LocalTime from,
        LocalTime to,
        int count,
        InTheWay onHoliday,
        InTheWay onClash)
        implements Serializable {

    /** By what it recurs. */
    public enum Every {
        WEEKLY,
        MONTHLY,
        OWN
    }

    /** What becomes of a session that something is in the way of. */
    public enum InTheWay {
        /** It stays, and is marked. */
        KEEP,
        /** It is left out; there is one less. */
        SKIP,
        /** It is left out, and one more comes behind; days of one's own have nothing behind them. */
        LATER
    }
}
