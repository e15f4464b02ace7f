package nl.kring.crm.accreditation;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.calendar.AgendaLine;
import nl.kring.crm.agenda.calendar.AgendaSearch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public agenda with what its courses are worth; docs/domain.md, "Accreditation per course and register". */
class AccreditedAgendaTest {

    private static AgendaDatabase database;

    private UUID evening;
    private UUID bare;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course_that_one_register_counts_and_another_has_not_answered_about() {
        database.clearAgenda();
        evening = database.published("NOORD", ACourse.aCourse().wish());
        bare = database.published(
                "NOORD", ACourse.aCourse().titled("Zonder punten").wish());
        worth("KABIZ-DA", "1.5");
        asked("RGS-HA", "REQUESTED");
    }

    @Test
    void what_was_asked_and_not_answered_stands_beside_points_without_a_number() {
        assertThat(points(evening)).containsExactly("RGS-HA null", "KABIZ-DA 1.5");
        assertThat(page(null).points()).doesNotContainKey(bare);
    }

    @Test
    void what_nobody_asked_yet_and_what_was_refused_stands_in_no_agenda() {
        asked("NVVPO-KR", "DRAFT");
        asked("NAPA-PA", "REJECTED");
        assertThat(points(evening)).containsExactly("RGS-HA null", "KABIZ-DA 1.5");
    }

    @Test
    void a_renewal_that_waits_takes_no_points_away() {
        asked("KABIZ-DA", "REQUESTED");
        assertThat(points(evening)).containsExactly("RGS-HA null", "KABIZ-DA 1.5");
    }

    @Test
    void among_the_courses_of_a_register_is_what_it_gives_points_for_and_not_what_it_was_only_asked_about() {
        assertThat(page("KABIZ-DA").lines().items())
                .extracting(AgendaLine::uuid)
                .containsExactly(evening);
        assertThat(page("RGS-HA").lines().items()).isEmpty();
    }

    @Test
    void an_edition_on_a_day_for_which_nothing_was_granted_is_not_among_them() {
        asked("KABIZ-DA", "REQUESTED");
        granted("2026-01-01", "2099-12-31");
        assertThat(page("KABIZ-DA").lines().items()).hasSize(1);

        granted("2026-01-01", "2026-01-31");
        assertThat(page("KABIZ-DA").lines().items()).isEmpty();
        assertThat(page(null).lines().items()).hasSize(2);
    }

    private static void granted(String from, String to) {
        database.change(em -> em.createNativeQuery(
                        "update crm.accreditation_request set state = 'GRANTED', valid_from = cast(:from as date), valid_to = cast(:to as date)"
                                + " where scheme_code = 'KABIZ-DA'")
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate());
    }

    private List<String> points(UUID edition) {
        return page(null).points().getOrDefault(edition, List.of()).stream()
                .map(each -> each.scheme() + " " + each.points())
                .toList();
    }

    private static AccreditedAgenda.Page page(String scheme) {
        return database.inTransaction(
                em -> made(AccreditedAgenda.class, em, AgendaDatabase.CLOCK, AgendaDatabase.visitor())
                        .page(AgendaSearch.everything(), scheme, 20, null));
    }

    private void worth(String scheme, String points) {
        database.change(em -> em.createNativeQuery("""
                        insert into crm.accreditation (id, uuid, course_id, scheme_code, points)
                        select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id, :scheme, cast(:points as numeric)
                          from crm.edition e where e.uuid = :edition""")
                .setParameter("scheme", scheme)
                .setParameter("points", points)
                .setParameter("edition", evening)
                .executeUpdate());
    }

    private void asked(String scheme, String state) {
        database.change(em -> em.createNativeQuery("""
                        insert into crm.accreditation_request (id, uuid, course_id, scheme_code, state, course_type, lead_days,
                               attendance_days, requested_on, decided_on, answer, created_at)
                        select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id, :scheme, :state, 'WHOLE', 28, 14,
                               date '2026-08-01', date '2026-08-02', 'omdat', now()
                          from crm.edition e where e.uuid = :edition""")
                .setParameter("scheme", scheme)
                .setParameter("state", state)
                .setParameter("edition", evening)
                .executeUpdate());
    }
}
