package nl.kring.crm.agenda.warning;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It is the first of September. */
class ShortagesTest {

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void nothing_is_planned() {
        database.clearAgenda();
    }

    @Test
    void who_needs_eight_and_has_seven_a_fortnight_before_is_told() {
        UUID edition = database.published("NOORD", needing(8, "2026-09-15"));
        taken(edition, 7);

        assertThat(titles(noord)).containsExactly("Acht op 2026-09-15");
        assertThat(titles(zuid)).isEmpty();
        taken(edition, 8);
        assertThat(titles(noord)).isEmpty();
    }

    @Test
    void what_is_further_away_a_draft_or_needs_nobody_is_not() {
        database.published("NOORD", needing(8, "2026-09-16"));
        database.draft("NOORD", needing(8, "2026-09-10"));
        database.published("NOORD", needing(null, "2026-09-10"));

        assertThat(titles(noord)).isEmpty();
    }

    @Test
    void the_first_comes_first_also_when_enrolling_has_closed() {
        database.published("NOORD", needing(8, "2026-09-12"));
        UUID closed = database.published("NOORD", needing(8, "2026-09-05"));
        database.change(em -> em.createNativeQuery("update crm.edition set state = 'CLOSED' where uuid = :uuid")
                .setParameter("uuid", closed)
                .executeUpdate());

        assertThat(titles(noord)).containsExactly("Acht op 2026-09-05", "Acht op 2026-09-12");
    }

    private static PlannedCourse needing(Integer fewest, String day) {
        return aCourse()
                .titled("Acht op " + day)
                .fewest(fewest)
                .from(day + "T19:00", day + "T22:00")
                .wish();
    }

    private static void taken(UUID edition, int seats) {
        database.change(em -> em.createNativeQuery("""
                        update crm.seat_count set taken = :taken
                         where edition_id = (select id from crm.edition where uuid = :uuid)""")
                .setParameter("taken", seats)
                .setParameter("uuid", edition)
                .executeUpdate());
    }

    private static List<String> titles(CurrentUser caller) {
        return database.inTransaction(em -> wired(new Shortages(), em, AgendaDatabase.CLOCK, caller).list().stream()
                .map(Shortage::title)
                .toList());
    }
}
