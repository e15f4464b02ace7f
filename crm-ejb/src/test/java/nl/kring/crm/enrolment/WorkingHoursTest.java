package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import nl.kring.crm.agenda.AmsterdamTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/domain.md: until when an offer stands. */
class WorkingHoursTest {

    @ParameterizedTest(name = "{0} + {1} h = {2}")
    @CsvSource({
        "2026-10-05T10:00, 2, 2026-10-05T12:00", // a Monday
        "2026-10-05T10:00, 7, 2026-10-05T17:00", // the end of the day rather than the next morning
        "2026-10-05T10:00, 8, 2026-10-06T10:00",
        "2026-10-05T10:00, 16, 2026-10-07T10:00",
        "2026-10-05T20:30, 1, 2026-10-06T10:00", // in the evening
        "2026-10-05T06:00, 1, 2026-10-05T10:00", // early
        "2026-10-09T16:00, 2, 2026-10-12T10:00", // a Friday
        "2026-10-10T12:00, 8, 2026-10-12T17:00", // a Saturday
        "2026-12-24T16:00, 2, 2026-12-28T10:00", // Christmas and the weekend after it
        "2027-04-26T16:00, 2, 2027-04-28T10:00", // King's Day
        "2026-10-23T16:00, 2, 2026-10-26T10:00", // over the night in which the clock goes back
        "2027-03-25T16:00, 2, 2027-03-30T10:00", // from Good Friday to Easter Monday, and the clock going forward
    })
    void an_offer_stands_for_hours_in_which_practices_work(LocalDateTime from, int hours, LocalDateTime until) {
        Instant start = AmsterdamTime.toInstant(from);

        assertThat(AmsterdamTime.toLocal(WorkingHours.after(start, hours))).isEqualTo(until);
    }
}
