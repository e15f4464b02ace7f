package nl.kring.crm.agenda;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LifeClockTest {

    private static final CurrentUser SYSTEM = new CurrentUser() {

        @Override
        public Long accountId() {
            return null;
        }

        @Override
        public Long organisationId() {
            return null;
        }
    };

    private static AgendaDatabase database;

    @BeforeAll
    static void start() throws IOException {
        database = AgendaDatabase.start();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    private static void at(String wall) {
        Clock clock = Clock.fixed(AmsterdamTime.toInstant(LocalDateTime.parse(wall)), SystemClock.AMSTERDAM);
        database.change(em -> wired(
                        new LifeClock(), em, clock, new Planning(em, clock), wired(new AuditTrail(), em, clock, SYSTEM))
                .look());
    }

    private static EditionState stateOf(UUID uuid) {
        return database.inTransaction(
                em -> new EditionLists(em, AgendaDatabase.CLOCK).find(uuid).getState());
    }

    @Test
    void enrolling_closes_at_its_last_moment_and_what_is_over_was_held() {
        UUID edition = database.published(
                "NOORD",
                aCourse()
                        .from("2026-11-03T19:00", "2026-11-03T22:00")
                        .enrolUntil("2026-11-01T12:00")
                        .wish());

        at("2026-11-01T11:59:59");
        assertThat(stateOf(edition)).isEqualTo(EditionState.OPEN);
        at("2026-11-01T12:00");
        assertThat(stateOf(edition)).isEqualTo(EditionState.CLOSED);
        at("2026-11-03T21:59:59");
        assertThat(stateOf(edition)).isEqualTo(EditionState.CLOSED);
        at("2026-11-03T22:00");
        assertThat(stateOf(edition)).isEqualTo(EditionState.HELD);
    }

    @Test
    void without_a_last_moment_enrolling_closes_when_it_starts() {
        UUID edition = database.published(
                "NOORD", aCourse().from("2026-11-10T19:00", "2026-11-10T22:00").wish());

        at("2026-11-10T18:59:59");
        assertThat(stateOf(edition)).isEqualTo(EditionState.OPEN);
        at("2026-11-10T19:00");
        assertThat(stateOf(edition)).isEqualTo(EditionState.CLOSED);
    }

    @Test
    void concepts_and_what_was_cancelled_stay_what_they_are() {
        UUID draft = database.draft("NOORD", aCourse().wish());
        UUID cancelled = database.published("NOORD", aCourse().wish());
        database.change(em -> {
            Planning planning = new Planning(em, AgendaDatabase.CLOCK);
            planning.move(planning.locked(cancelled), EditionMove.CANCEL);
        });

        at("2027-01-01T00:00");

        assertThat(stateOf(draft)).isEqualTo(EditionState.CONCEPT);
        assertThat(stateOf(cancelled)).isEqualTo(EditionState.CANCELLED);
    }
}
