package nl.kring.crm.agenda.course;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.agenda.course.CourseFixture.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.Progress;
import nl.kring.crm.agenda.SessionLine;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same edition on other days. */
class EditionCopiesTest {

    private static CourseFixture region;

    @BeforeAll
    static void start() throws Exception {
        region = new CourseFixture();
    }

    @AfterAll
    static void stop() throws Exception {
        region.close();
    }

    @BeforeEach
    void empty() {
        region.clear();
    }

    @Test
    void a_copy_is_a_concept_of_the_same_course_with_everything_but_enrolments() {
        UUID source = region.published(
                region.noord,
                aCourse()
                        .meantFor(Profession.GP)
                        .from("2026-10-13T19:00", "2026-10-13T22:00")
                        .from("2026-10-20T19:00", "2026-10-20T22:00")
                        .seats(12)
                        .costing(9_900)
                        .enrolUntil("2026-10-06T12:00")
                        .wish());
        region.change(region.noord, source, form().learning("Reanimeren").said());
        region.database.change(em -> em.createNativeQuery("update crm.seat_count set taken = 7, last_place = 2")
                .executeUpdate());
        region.doing(
                region.noord,
                Courses.class,
                courses -> courses.advance(
                        source, new Progress(Progress.Accreditation.GRANTED, Progress.Invoicing.INVOICED)));

        EditionDetail before = region.edition(region.noord, source);
        EditionDetail copy = region.edition(region.noord, copied(region.noord, source, "2027-03-16"));

        assertThat(copy.courseUuid()).isEqualTo(before.courseUuid());
        assertThat(copy.line().state()).isEqualTo(EditionState.CONCEPT);
        assertThat(copy.line().capacity()).isEqualTo(12);
        assertThat(copy.line().taken()).isZero();
        assertThat(copy.line().priceCents()).isEqualTo(9_900);
        assertThat(copy.line().place()).isEqualTo(before.line().place());
        assertThat(copy.line().location()).isEqualTo(before.line().location());
        assertThat(copy.audience()).containsExactly(Profession.GP);
        assertThat(copy.sessions())
                .extracting(each -> AmsterdamTime.toLocal(each.startsAt()))
                .containsExactly(LocalDateTime.parse("2027-03-16T19:00"), LocalDateTime.parse("2027-03-23T19:00"));
        assertThat(AmsterdamTime.toLocal(copy.enrolUntil())).isEqualTo(LocalDateTime.parse("2027-03-09T12:00"));
        assertThat(copy.progress())
                .isEqualTo(new Progress(Progress.Accreditation.TO_REQUEST, Progress.Invoicing.TO_INVOICE));
        assertThat(region.profile(region.noord, copy.uuid()).form().objectives())
                .isEqualTo("Reanimeren");
        assertThat(region.edition(region.noord, source).line().taken()).isEqualTo(7);
    }

    @Test
    void over_the_change_to_summer_time_and_back_nineteen_hours_stays_nineteen_hours() {
        UUID winter =
                region.draft(region.noord, evenings("2026-03-17", "2026-03-24").wish());

        EditionDetail over = region.edition(region.noord, copied(region.noord, winter, "2026-03-24"));
        assertThat(over.sessions())
                .allSatisfy(each -> {
                    assertThat(AmsterdamTime.toLocal(each.startsAt()).getHour()).isEqualTo(19);
                    assertThat(length(each)).isEqualTo(Duration.ofHours(3));
                })
                .extracting(each -> each.startsAt().toString())
                .containsExactly("2026-03-24T18:00:00Z", "2026-03-31T17:00:00Z");

        EditionDetail back = region.edition(region.noord, copied(region.noord, over.uuid(), "2026-11-03"));
        assertThat(back.sessions())
                .extracting(each -> each.startsAt().toString())
                .containsExactly("2026-11-03T18:00:00Z", "2026-11-10T18:00:00Z");
    }

    @Test
    void a_night_that_has_an_hour_twice_is_copied_by_the_clock_on_the_wall() {
        UUID night = region.published(
                region.noord,
                aCourse().from("2026-10-17T23:00", "2026-10-18T05:00").wish());

        SessionLine longNight = region.edition(region.noord, copied(region.noord, night, "2026-10-24"))
                .sessions()
                .get(0);
        assertThat(length(longNight)).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void a_time_that_the_clock_skips_is_refused() {
        UUID night = region.published(
                region.noord,
                aCourse().from("2027-03-21T02:30", "2027-03-21T05:00").wish());

        assertThatThrownBy(() -> copied(region.noord, night, "2027-03-28"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("agenda-time-skipped"));
    }

    @Test
    void a_course_of_one_day_is_copied_to_the_twenty_ninth_of_february() {
        UUID source = region.published(region.noord, aCourse().wish());

        EditionDetail leap = region.edition(region.noord, copied(region.noord, source, "2028-02-29"));
        assertThat(AmsterdamTime.toLocal(leap.line().startsAt())).isEqualTo(LocalDateTime.parse("2028-02-29T19:00"));
    }

    @Test
    void what_was_cancelled_may_be_planned_once_more() {
        UUID source = region.published(region.noord, aCourse().wish());
        region.doing(region.noord, Courses.class, courses -> courses.move(source, EditionMove.CANCEL));

        assertThat(region.edition(region.noord, copied(region.noord, source, "2027-01-12"))
                        .line()
                        .state())
                .isEqualTo(EditionState.CONCEPT);
    }

    @Test
    void a_co_organiser_copies_it_and_another_organisation_does_not() {
        UUID draft = region.draft(region.noord, aCourse().wish());
        region.withZuid(draft);
        UUID copy = copied(region.zuid, draft, "2027-01-12");

        assertThat(region.edition(region.noord, copy).line().organisation()).isEqualTo("NOORD");
        assertThat(region.edition(region.zuid, copy).own()).isTrue();
        assertThatThrownBy(() -> copied(region.oost, draft, "2027-01-12")).isInstanceOf(NotFoundException.class);
        region.doing(region.noord, Courses.class, courses -> courses.move(draft, EditionMove.OPEN_ENROLMENT));
        assertThatThrownBy(() -> copied(region.oost, draft, "2027-01-12")).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> copied(AgendaDatabase.visitor(), draft, "2027-01-12"))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void without_a_day_nothing_is_copied() {
        UUID source = region.published(region.noord, aCourse().wish());

        assertThatThrownBy(() -> region.with(region.noord, EditionCopies.class, copies -> copies.copy(source, null)))
                .isInstanceOf(InvalidInputException.class);
    }

    private static nl.kring.crm.agenda.ACourse evenings(String... days) {
        var course = aCourse();
        for (String day : days) {
            course.from(day + "T19:00", day + "T22:00");
        }
        return course;
    }

    private static Duration length(SessionLine session) {
        return Duration.between(session.startsAt(), session.endsAt());
    }

    private static UUID copied(CurrentUser caller, UUID edition, String day) {
        return region.with(caller, EditionCopies.class, copies -> copies.copy(edition, LocalDate.parse(day)));
    }
}
