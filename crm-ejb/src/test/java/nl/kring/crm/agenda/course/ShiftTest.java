package nl.kring.crm.agenda.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftTest {

    @ParameterizedTest
    @CsvSource({
        // an ordinary Tuesday
        "2026-11-03, 2027-11-02, 52",
        // to and from a leap year
        "2027-03-02, 2028-02-29, 52",
        "2028-02-29, 2029-02-27, 52",
        "2027-12-31, 2028-12-29, 52",
        // 52 weeks would stay in the year
        "2027-01-01, 2028-01-07, 53",
        "2028-01-01, 2029-01-06, 53",
        "2028-01-02, 2029-01-07, 53",
        // and here they do not
        "2027-01-02, 2028-01-01, 52",
        "2028-01-03, 2029-01-01, 52"
    })
    void a_year_later_it_is_the_same_day_of_the_week(LocalDate day, LocalDate then, int weeks) {
        Shift shift = Shift.toYear(day, day.getYear() + 1);

        assertThat(day.plusDays(shift.days())).isEqualTo(then);
        assertThat(shift.days()).isEqualTo(weeks * 7L);
    }

    @Test
    void every_day_of_thirty_years_lands_on_its_weekday_in_the_next_year_within_six_days_of_its_date() {
        LocalDate.of(2020, 1, 1).datesUntil(LocalDate.of(2050, 1, 1)).forEach(day -> {
            LocalDate then = day.plusDays(Shift.toYear(day, day.getYear() + 1).days());
            assertThat(then.getDayOfWeek()).isEqualTo(day.getDayOfWeek());
            assertThat(then.getYear()).isEqualTo(day.getYear() + 1);
            assertThat(Math.abs(ChronoUnit.DAYS.between(day.plusYears(1), then)))
                    .isLessThanOrEqualTo(6);
        });
    }

    @ParameterizedTest
    @CsvSource({
        // from winter to summer and back
        "2026-03-03T19:00, 2026-06-02, 2026-06-02T19:00",
        "2026-06-02T19:00, 2026-11-03, 2026-11-03T19:00",
        // the hour that comes twice is the first one
        "2026-10-18T02:30, 2026-10-25, 2026-10-25T02:30",
        // 29 February
        "2028-02-22T19:00, 2028-02-29, 2028-02-29T19:00"
    })
    void the_clock_on_the_wall_shows_the_same_time(LocalDateTime wall, LocalDate day, LocalDateTime then) {
        Shift shift = Shift.between(wall.toLocalDate(), day);

        Instant moved = shift.moment(AmsterdamTime.toInstant(wall));

        assertThat(AmsterdamTime.toLocal(moved)).isEqualTo(then);
        assertThat(moved).isEqualTo(AmsterdamTime.toInstant(then));
    }

    @Test
    void an_hour_that_is_skipped_is_no_time_to_meet() {
        Shift shift = Shift.between(LocalDate.parse("2027-03-21"), LocalDate.parse("2027-03-28"));
        Instant night = AmsterdamTime.toInstant(LocalDateTime.parse("2027-03-21T02:30"));

        assertThatThrownBy(() -> shift.moment(night))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("agenda-time-skipped"));
    }
}
