package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationPolicyTest {

    /** Starts and moments in local time with their offset; the clock goes back on 25-10-2026 and forward on 28-03-2027. */
    @ParameterizedTest
    @CsvSource({
        // start                   , now                      , state     , fee in cents
        "2026-11-24T19:00:00+01:00, 2026-09-01T09:00:00+02:00, CONFIRMED , 0",
        "2026-11-24T19:00:00+01:00, 2026-11-10T18:59:59+01:00, CONFIRMED , 0",
        "2026-11-24T19:00:00+01:00, 2026-11-10T19:00:00+01:00, CONFIRMED , 0",
        "2026-11-24T19:00:00+01:00, 2026-11-10T19:00:01+01:00, CONFIRMED , 12500",
        "2026-11-24T19:00:00+01:00, 2026-11-24T18:59:59+01:00, CONFIRMED , 12500",
        "2026-11-24T19:00:00+01:00, 2026-11-24T18:59:59+01:00, WAITLISTED, 0",
        // across the night that the clock goes back: the same time of day, not 14 times 24 hours
        "2026-11-03T19:00:00+01:00, 2026-10-20T19:00:00+02:00, CONFIRMED , 0",
        "2026-11-03T19:00:00+01:00, 2026-10-20T19:00:01+02:00, CONFIRMED , 12500",
        // across the night that it goes forward
        "2027-04-06T19:00:00+02:00, 2027-03-23T19:00:00+01:00, CONFIRMED , 0",
        "2027-04-06T19:00:00+02:00, 2027-03-23T19:00:01+01:00, CONFIRMED , 12500",
        // fourteen days before falls into the hour that does not exist: it ends when that hour would have
        "2027-04-11T02:30:00+02:00, 2027-03-28T03:30:00+02:00, CONFIRMED , 0",
        "2027-04-11T02:30:00+02:00, 2027-03-28T03:30:01+02:00, CONFIRMED , 12500",
    })
    void cancelling_is_free_until_14_days_before_the_start_and_costs_the_price_after(
            String start, String now, EnrolmentState state, int fee) {
        assertThat(CancellationPolicy.fee(state, 12_500, at(start), at(now))).isEqualTo(fee);
    }

    @Test
    void a_free_edition_costs_nothing_to_cancel() {
        Instant start = at("2026-11-24T19:00:00+01:00");
        assertThat(CancellationPolicy.fee(EnrolmentState.CONFIRMED, 0, start, start.minusSeconds(1)))
                .isZero();
    }

    @Test
    void there_is_nothing_to_cancel_once_it_has_started() {
        Instant start = at("2026-11-24T19:00:00+01:00");
        assertThatCode(() -> CancellationPolicy.checkNotStarted(start, start.minusSeconds(1)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> CancellationPolicy.checkNotStarted(start, start))
                .isInstanceOf(EnrolmentRefused.Started.class);
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
