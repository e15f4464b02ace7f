package nl.kring.crm.agenda.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Holidays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which day a step is due. */
class StepMomentTest {

    @ParameterizedTest
    @CsvSource({
        // eight weeks before 3 November lies before the night in which the clock goes back
        "DAYS_BEFORE, 56, 2026-11-03T19:00, 2026-11-03T22:00, 2026-09-08",
        "DAYS_BEFORE, 1, 2026-10-26T00:30, 2026-10-26T02:00, 2026-10-25",
        "DAYS_AFTER, 1, 2026-10-24T19:00, 2026-10-24T22:00, 2026-10-25",
        "DAYS_AFTER, 14, 2027-03-27T19:00, 2027-03-27T22:00, 2027-04-10",
        // the night of 25 October 2026 has 25 hours, that of 28 March 2027 has 23
        "DAYS_AFTER, 1, 2026-10-25T02:15, 2026-10-25T03:30, 2026-10-26",
        "DAYS_BEFORE, 1, 2027-03-28T03:00, 2027-03-28T05:00, 2027-03-27",
        // the end of the year
        "DAYS_BEFORE, 14, 2027-01-07T19:00, 2027-01-07T22:00, 2026-12-24",
        "DAYS_AFTER, 14, 2026-12-22T19:00, 2026-12-22T22:00, 2027-01-05",
        // 29 February is there in 2028, not in 2027
        "DAYS_BEFORE, 1, 2028-03-01T19:00, 2028-03-01T22:00, 2028-02-29",
        "DAYS_BEFORE, 1, 2027-03-01T19:00, 2027-03-01T22:00, 2027-02-28",
        "DAYS_AFTER, 1, 2028-02-28T19:00, 2028-02-28T22:00, 2028-02-29",
        "DAYS_BEFORE, 366, 2029-02-28T19:00, 2029-02-28T22:00, 2028-02-28",
        // what ends in the night ends on the next day, what ends at midnight does not
        "DAYS_AFTER, 1, 2026-11-03T19:00, 2026-11-04T00:30, 2026-11-05",
        "DAYS_AFTER, 1, 2026-11-03T19:00, 2026-11-04T00:00, 2026-11-04",
        // several days: before the first, after the last
        "DAYS_BEFORE, 7, 2026-11-03T19:00, 2026-12-01T22:00, 2026-10-27",
        "DAYS_AFTER, 7, 2026-11-03T19:00, 2026-12-01T22:00, 2026-12-08",
        // Monday to Friday
        "WORKING_DAYS_BEFORE, 1, 2026-11-03T19:00, 2026-11-03T22:00, 2026-11-02",
        "WORKING_DAYS_BEFORE, 2, 2026-11-03T19:00, 2026-11-03T22:00, 2026-10-30",
        "WORKING_DAYS_BEFORE, 1, 2026-11-02T19:00, 2026-11-02T22:00, 2026-10-30",
        "WORKING_DAYS_BEFORE, 10, 2026-11-03T19:00, 2026-11-03T22:00, 2026-10-20",
        "WORKING_DAYS_BEFORE, 0, 2026-11-03T19:00, 2026-11-03T22:00, 2026-11-03",
        "WORKING_DAYS_BEFORE, 0, 2026-11-08T10:00, 2026-11-08T16:00, 2026-11-06",
        "WORKING_DAYS_BEFORE, 1, 2026-11-08T10:00, 2026-11-08T16:00, 2026-11-06",
        "WORKING_DAYS_BEFORE, 1, 2026-11-07T10:00, 2026-11-07T16:00, 2026-11-06",
        // and no public holiday: New Year, Christmas, King's Day, Whit Monday, Ascension
        "WORKING_DAYS_BEFORE, 5, 2027-01-04T19:00, 2027-01-04T22:00, 2026-12-24",
        "WORKING_DAYS_BEFORE, 4, 2027-01-04T19:00, 2027-01-04T22:00, 2026-12-28",
        "WORKING_DAYS_BEFORE, 1, 2026-12-28T19:00, 2026-12-28T22:00, 2026-12-24",
        "WORKING_DAYS_BEFORE, 1, 2027-04-28T19:00, 2027-04-28T22:00, 2027-04-26",
        "WORKING_DAYS_BEFORE, 1, 2027-05-18T19:00, 2027-05-18T22:00, 2027-05-14",
        "WORKING_DAYS_BEFORE, 0, 2027-05-17T19:00, 2027-05-17T22:00, 2027-05-14",
        "WORKING_DAYS_BEFORE, 1, 2027-05-07T19:00, 2027-05-07T22:00, 2027-05-04",
    })
    void a_step_is_due_so_many_days_away(StepMoment moment, int days, String from, String to, LocalDate due) {
        assertThat(held(from, to).day(moment, days)).isEqualTo(due);
    }

    @Property
    void so_many_working_days_lie_between(
            @ForAll @DateRange(min = "2024-01-01", max = "2032-12-31") LocalDate held,
            @ForAll @IntRange(max = 300) int days) {
        LocalDate due = StepMoment.WORKING_DAYS_BEFORE.day(days, held, held);
        long between = due.datesUntil(held).filter(StepMomentTest::isWorked).count();
        assertThat(due).isBeforeOrEqualTo(held);
        assertThat(isWorked(due)).isTrue();
        assertThat(between).isEqualTo(days == 0 && !isWorked(held) ? 1 : days);
    }

    private static boolean isWorked(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && Holidays.on(day, Locale.forLanguageTag("nl")) == null;
    }

    private static EditionDays held(String from, String to) {
        return EditionDays.of("Reanimatie", instant(from), instant(to));
    }

    private static Instant instant(String wall) {
        return AmsterdamTime.toInstant(LocalDateTime.parse(wall));
    }
}
