package nl.kring.crm.enrolment;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import nl.kring.crm.agenda.Holidays;
import nl.kring.crm.platform.SystemClock;

/** Time as practices work: Monday to Friday from nine to five, not on public holidays. */
final class WorkingHours {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private WorkingHours() {}

    /** The moment when that many working hours have passed; at the end of a day rather than at the beginning of the next. */
    static Instant after(Instant from, int hours) {
        ZonedDateTime at = from.atZone(SystemClock.AMSTERDAM);
        Duration left = Duration.ofHours(hours);
        LocalDate day = at.toLocalDate();
        LocalTime time = at.toLocalTime();
        while (true) {
            if (isWorked(day) && time.isBefore(CLOSES)) {
                LocalTime start = time.isBefore(OPENS) ? OPENS : time;
                Duration today = Duration.between(start, CLOSES);
                if (left.compareTo(today) <= 0) {
                    return day.atTime(start)
                            .plus(left)
                            .atZone(SystemClock.AMSTERDAM)
                            .toInstant();
                }
                left = left.minus(today);
            }
            day = day.plusDays(1);
            time = LocalTime.MIN;
        }
    }

    private static boolean isWorked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !Holidays.are(day);
    }
}
