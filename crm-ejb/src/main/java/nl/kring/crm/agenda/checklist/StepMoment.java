package nl.kring.crm.agenda.checklist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import nl.kring.crm.agenda.Holidays;

/** From when the day of a step is counted. Days are those of the calendar in Amsterdam. */
public enum StepMoment {
    /** Days before the first session. */
    DAYS_BEFORE {
        @Override
        LocalDate day(int days, LocalDate first, LocalDate last) {
            return first.minusDays(days);
        }
    },

    /** Days from Monday to Friday that are no public holiday, before the first session; none before a day off is the last one. */
    WORKING_DAYS_BEFORE {
        @Override
        LocalDate day(int days, LocalDate first, LocalDate last) {
            Set<LocalDate> holidays = Holidays.between(
                            first.minusDays(2L * days + LONGEST_BREAK), first, Locale.forLanguageTag("nl"))
                    .keySet();
            LocalDate day = first;
            for (int left = days; left > 0 || isOff(day, holidays); ) {
                day = day.minusDays(1);
                left -= isOff(day, holidays) ? 0 : 1;
            }
            return day;
        }
    },

    /** Days after the last session. */
    DAYS_AFTER {
        @Override
        LocalDate day(int days, LocalDate first, LocalDate last) {
            return last.plusDays(days);
        }
    };

    /** More days than ever are off one after the other. */
    private static final int LONGEST_BREAK = 14;

    /**
     * The day that lies so many days away.
     *
     * @param first of the first session
     * @param last of the last session
     */
    abstract LocalDate day(int days, LocalDate first, LocalDate last);

    private static boolean isOff(LocalDate day, Set<LocalDate> holidays) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.contains(day);
    }
}
