package nl.kring.crm.enrolment.desk;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.enrolment.Enrolling;
import nl.kring.crm.enrolment.EnrolmentRefused;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody stands at the door after it has started. */
class WalkInsTest {

    private static final Clock TEN_MINUTES_LATE =
            Clock.fixed(Instant.parse("2026-11-03T18:10:00Z"), SystemClock.AMSTERDAM);

    private static AgendaDatabase database;
    private static CurrentUser noord;

    private UUID edition;
    private UUID jansen;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course_that_has_begun() {
        database.clearAgenda();
        edition = database.published("NOORD", aCourse().wish());
        jansen = Desk.person(database, "Jansen", "jansen@example.nl");
    }

    @ParameterizedTest
    @EnumSource(
            value = EditionState.class,
            names = {"OPEN", "CLOSED", "HELD"})
    void staff_put_a_walk_in_on_the_list_until_it_is_archived(EditionState state) {
        becomes(state);
        assertThat(enrol()).isEqualTo(EnrolmentState.CONFIRMED);
    }

    @ParameterizedTest
    @EnumSource(
            value = EditionState.class,
            names = {"CONCEPT", "PUBLISHED", "ARCHIVED", "CANCELLED"})
    void at_what_was_never_open_or_is_done_with_nobody_walks_in(EditionState state) {
        becomes(state);
        assertThatThrownBy(this::enrol).isInstanceOf(EnrolmentRefused.class);
    }

    private EnrolmentState enrol() {
        return database.inTransaction(em -> Enrolling.enrolments(em, noord, TEN_MINUTES_LATE)
                .enrol(edition, jansen, null)
                .state());
    }

    private void becomes(EditionState state) {
        database.change(em -> em.createNativeQuery("update crm.edition set state = :state where uuid = :uuid")
                .setParameter("state", state.name())
                .setParameter("uuid", edition)
                .executeUpdate());
    }
}
