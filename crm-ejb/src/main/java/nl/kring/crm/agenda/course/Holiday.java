package nl.kring.crm.agenda.course;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;

/** The days on which the Netherlands are closed, or nearly so. */
public enum Holiday {
    NEW_YEAR,
    EASTER,
    KINGS_DAY,
    LIBERATION_DAY,
    ASCENSION,
    WHITSUN,
    CHRISTMAS;

    private static final int ASCENSION_AFTER = 39;
    private static final int WHITSUN_AFTER = 49;

    /** The one that this day is. */
    public static Optional<Holiday> on(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        MonthDay date = MonthDay.from(day);
        if (date.equals(MonthDay.of(Month.JANUARY, 1))) {
            return Optional.of(NEW_YEAR);
        }
        if (day.equals(easter) || day.equals(easter.plusDays(1))) {
            return Optional.of(EASTER);
        }
        if (day.equals(kingsDay(day.getYear()))) {
            return Optional.of(KINGS_DAY);
        }
        if (date.equals(MonthDay.of(Month.MAY, 5))) {
            return Optional.of(LIBERATION_DAY);
        }
        if (day.equals(easter.plusDays(ASCENSION_AFTER))) {
            return Optional.of(ASCENSION);
        }
        if (day.equals(easter.plusDays(WHITSUN_AFTER)) || day.equals(easter.plusDays(WHITSUN_AFTER + 1))) {
            return Optional.of(WHITSUN);
        }
        return date.equals(MonthDay.of(Month.DECEMBER, 25)) || date.equals(MonthDay.of(Month.DECEMBER, 26))
                ? Optional.of(CHRISTMAS)
                : Optional.empty();
    }

    /** The 27th of April, or the day before when that is a Sunday. */
    private static LocalDate kingsDay(int year) {
        LocalDate day = LocalDate.of(year, Month.APRIL, 27);
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day;
    }

    /** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
