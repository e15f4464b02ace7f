package nl.kring.crm.agenda;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanningRulesTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("agenda-title-missing", aCourse().titled("  ").wish()),
                Arguments.of("agenda-title-missing", aCourse().titled(null).wish()),
                Arguments.of(
                        "agenda-title-too-long",
                        aCourse().titled("a".repeat(201)).wish()),
                Arguments.of(
                        "agenda-text-unreadable",
                        aCourse().titled("nul \u0000 erin").wish()),
                Arguments.of(
                        "agenda-text-unreadable",
                        aCourse().titled("half \uD83D teken").wish()),
                Arguments.of("agenda-capacity", aCourse().seats(0).wish()),
                Arguments.of("agenda-capacity", aCourse().seats(5_001).wish()),
                Arguments.of("agenda-price", aCourse().costing(-1).wish()),
                Arguments.of("agenda-price", aCourse().costing(1_000_001).wish()),
                Arguments.of("agenda-sessions", aCourse().withoutSessions().wish()),
                Arguments.of(
                        "agenda-session-ends-before-start",
                        aCourse().from("2026-11-03T22:00", "2026-11-03T19:00").wish()),
                Arguments.of(
                        "agenda-session-ends-before-start",
                        aCourse().from("2026-11-03T19:00", "2026-11-03T19:00").wish()),
                Arguments.of(
                        "agenda-session-year",
                        aCourse().from("0026-11-03T19:00", "0026-11-03T22:00").wish()),
                Arguments.of(
                        "agenda-session-times-missing",
                        aCourse()
                                .with(List.of(new PlannedSession(null, null, Instant.EPOCH, null)))
                                .wish()),
                Arguments.of(
                        "agenda-sessions-overlap",
                        aCourse()
                                .from("2026-11-03T19:00", "2026-11-03T22:00")
                                .from("2026-11-03T21:59", "2026-11-03T23:00")
                                .wish()),
                Arguments.of(
                        "agenda-enrol-until",
                        aCourse().enrolUntil("2026-11-03T19:01").wish()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_cannot_be_is_refused_with_its_reason(String code, PlannedCourse wish) {
        assertThatThrownBy(() -> PlanningRules.checked(wish))
                .isInstanceOf(InvalidInputException.class)
                .extracting(refusal -> ((BusinessException) refusal).code())
                .isEqualTo(code);
    }

    @Test
    void sessions_may_follow_each_other_at_once_and_are_put_in_order() {
        PlannedCourse planned = PlanningRules.checked(aCourse()
                .from("2026-11-10T19:00", "2026-11-10T22:00")
                .from("2026-11-03T20:30", "2026-11-03T22:00")
                .from("2026-11-03T19:00", "2026-11-03T20:30")
                .wish());

        assertThat(planned.sessions())
                .extracting(session -> AmsterdamTime.toLocal(session.startsAt()).toString())
                .containsExactly("2026-11-03T19:00", "2026-11-03T20:30", "2026-11-10T19:00");
    }

    @Test
    void enrolling_may_end_when_the_course_starts() {
        assertThat(PlanningRules.checked(
                                aCourse().enrolUntil("2026-11-03T19:00").wish())
                        .enrolUntil())
                .isEqualTo("2026-11-03T18:00:00Z");
    }

    @Test
    void a_weekly_course_keeps_its_hour_when_the_clock_goes_back() {
        PlannedCourse planned = PlanningRules.checked(aCourse()
                .from("2026-10-18T09:00", "2026-10-18T12:00")
                .from("2026-10-25T09:00", "2026-10-25T12:00")
                .wish());

        assertThat(planned.sessions())
                .extracting(PlannedSession::startsAt)
                .containsExactly(Instant.parse("2026-10-18T07:00:00Z"), Instant.parse("2026-10-25T08:00:00Z"));
    }

    @Test
    void a_session_through_the_night_that_the_clock_goes_back_lasts_an_hour_longer() {
        PlannedSession night = PlannedSession.local(
                null, LocalDateTime.parse("2026-10-25T01:00"), LocalDateTime.parse("2026-10-25T04:00"));

        assertThat(Duration.between(night.startsAt(), night.endsAt())).hasHours(4);
    }

    @Test
    void the_hour_that_the_clock_skips_in_march_is_refused() {
        assertThatThrownBy(() -> AmsterdamTime.toInstant(LocalDateTime.parse("2027-03-28T02:30")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("agenda-time-skipped");
    }

    @Test
    void of_the_hour_that_comes_twice_in_october_the_first_is_meant() {
        assertThat(AmsterdamTime.toInstant(LocalDateTime.parse("2026-10-25T02:30")))
                .isEqualTo("2026-10-25T00:30:00Z");
    }
}
