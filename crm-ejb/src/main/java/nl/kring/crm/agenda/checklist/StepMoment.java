package nl.kring.crm.agenda.checklist;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** From when the day of a step is counted. Days are those of the calendar in Amsterdam. */
public enum StepMoment {
    /** Days before the first session. */
    DAYS_BEFORE {
        @Override
        LocalDate day(int days, LocalDate first, LocalDate last) {
            return first.minusDays(days);
        }
    },

    /** Days from Monday to Friday before the first session; none before a session at the weekend is the Friday. */
    WORKING_DAYS_BEFORE {
        @Override
        LocalDate day(int days, LocalDate first, LocalDate last) {
            LocalDate day = first;
            for (int left = days; left > 0 || isWeekend(day); ) {
                day = day.minusDays(1);
                left -= isWeekend(day) ? 0 : 1;
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

    /**
     * The day that lies so many days away.
     *
     * @param first of the first session
     * @param last of the last session
     */
    abstract LocalDate day(int days, LocalDate first, LocalDate last);

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
