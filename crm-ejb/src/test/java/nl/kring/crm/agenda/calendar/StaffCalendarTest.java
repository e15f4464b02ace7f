package nl.kring.crm.agenda.calendar;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StaffCalendarTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = staffOf("NOORD");
        zuid = staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @AfterEach
    void clear() {
        database.clearAgenda();
        database.change(
                em -> em.createNativeQuery("delete from crm.agenda_site").executeUpdate());
    }

    @Test
    void one_sees_ones_own_concepts_and_of_others_what_is_published() {
        database.draft("NOORD", on("2026-11-03").titled("Ons concept").wish());
        database.draft("ZUID", on("2026-11-03").titled("Kanarie").wish());
        database.published("ZUID", on("2026-11-04").titled("Van Zuid").wish());

        assertThat(seenBy(noord, search(null, null, null)))
                .extracting(CalendarEntry::title, CalendarEntry::own)
                .containsExactly(tuple("Ons concept", true), tuple("Van Zuid", false));
        assertThat(seenBy(zuid, search(null, null, null)))
                .extracting(CalendarEntry::title)
                .containsExactly("Kanarie", "Van Zuid");
    }

    @Test
    void every_session_in_the_period_is_one_entry_and_those_around_it_are_none() {
        database.published(
                "NOORD",
                aCourse()
                        .from("2026-10-31T22:00", "2026-10-31T23:00")
                        .from("2026-11-01T00:00", "2026-11-01T01:00")
                        .from("2026-11-30T23:00", "2026-12-01T01:00")
                        .from("2026-12-01T02:00", "2026-12-01T03:00")
                        .wish());

        assertThat(seenBy(noord, search(null, null, null))).hasSize(2);
    }

    @Test
    void it_is_filtered_by_organisation_state_and_audience() {
        database.draft(
                "NOORD",
                on("2026-11-03").titled("Concept").meantFor(Profession.GP).wish());
        database.published(
                "NOORD",
                on("2026-11-04").titled("Open").meantFor(Profession.MIDWIFE).wish());
        database.published("ZUID", on("2026-11-05").titled("Zuid").wish());

        assertThat(seenBy(noord, search("noord", null, null))).hasSize(2);
        assertThat(seenBy(noord, search(null, Profession.MIDWIFE, null)))
                .extracting(CalendarEntry::title)
                .containsExactly("Open", "Zuid");
        assertThat(seenBy(noord, search(null, null, EditionState.CONCEPT)))
                .extracting(CalendarEntry::title)
                .containsExactly("Concept");
    }

    @Test
    void a_room_that_is_not_shared_finds_and_names_nothing_for_others() {
        UUID edition = database.published("NOORD", on("2026-11-03").wish());
        UUID room = booked(edition, "ROOM", "Grote zaal", false);
        UUID teacher = booked(edition, "TEACHER", "J. Wolterink", true);

        assertThat(seenBy(noord, with(room, null)))
                .extracting(CalendarEntry::resources)
                .containsExactly("J. Wolterink, Grote zaal");
        assertThat(seenBy(zuid, with(room, null))).isEmpty();
        assertThat(seenBy(zuid, with(null, teacher)))
                .extracting(CalendarEntry::resources)
                .containsExactly("J. Wolterink");
        assertThat(seenBy(noord, with(null, room))).as("a room is no teacher").isEmpty();
    }

    @Test
    void a_year_counts_editions_by_week_and_organisation_also_over_new_year() {
        database.published(
                "NOORD",
                on("2026-12-31").from("2027-01-01T19:00", "2027-01-01T20:00").wish());
        database.draft("ZUID", on("2026-12-30").wish());
        database.published("ZUID", on("2027-01-03").wish());
        UUID cancelled = database.published("ZUID", on("2026-12-29").wish());
        database.change(em -> em.createNativeQuery("update crm.edition set state = 'CANCELLED' where uuid = :uuid")
                .setParameter("uuid", cancelled)
                .executeUpdate());

        List<PlannedWeek> seen = database.inTransaction(em -> wired(new Calendars(), em, AgendaDatabase.CLOCK, noord)
                .weeks(LocalDate.of(2026, 1, 5), LocalDate.of(2027, 1, 4), null));

        LocalDate week53 = LocalDate.of(2026, 12, 28);
        assertThat(seen)
                .as("an edition with two sessions in a week is one; another's concept and what is cancelled are none")
                .containsExactly(new PlannedWeek(week53, "NOORD", 1, true), new PlannedWeek(week53, "ZUID", 1, false));
    }

    @Test
    void the_agenda_is_framed_by_the_websites_that_its_organisation_named() {
        database.change(
                em -> sites(em, noord).showOn(List.of("https://WWW.noord.example/agenda?x=1", " fea.nl:8443 ", "")));
        database.change(em -> sites(em, zuid).showOn(List.of("http://zuid.example")));

        assertThat(framedBy("noord")).containsExactly("https://fea.nl:8443", "https://www.noord.example");
        assertThat(framedBy(null)).hasSize(3).contains("http://zuid.example");
        assertThat(framedBy("ONBEKEND")).isEmpty();
        database.change(em -> sites(em, noord).showOn(List.of()));
        assertThat(framedBy("NOORD")).isEmpty();
    }

    @Test
    void what_is_no_website_never_gets_into_a_header() {
        for (String typed : List.of(
                "*",
                "https://*.example.nl",
                "https://a.nl; script-src *",
                "javascript:alert(1)",
                "https://a.nl\r\nX: y",
                "https://user@a.nl",
                "https://",
                "a b")) {
            assertThatThrownBy(() -> database.change(em -> sites(em, noord).showOn(List.of(typed))))
                    .as(typed)
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    private static List<CalendarEntry> seenBy(CurrentUser caller, CalendarSearch search) {
        return database.inTransaction(
                em -> wired(new Calendars(), em, AgendaDatabase.CLOCK, caller).between(search));
    }

    private static CalendarSearch search(String organisation, Profession audience, EditionState state) {
        return new CalendarSearch(FIRST, LAST, organisation, null, null, audience, null, state);
    }

    private static CalendarSearch with(UUID room, UUID teacher) {
        return new CalendarSearch(FIRST, LAST, null, room, teacher, null, null, null);
    }

    private static ACourse on(String day) {
        return aCourse().from(day + "T19:00", day + "T22:00");
    }

    /** Something of NOORD that the edition has. */
    private static UUID booked(UUID edition, String kind, String name, boolean shared) {
        UUID uuid = UUID.randomUUID();
        database.change(em -> {
            em.createNativeQuery("""
                            insert into crm.resource (id, uuid, organisation_id, kind, name, shared, created_at)
                            select nextval('crm.entity_seq'), :uuid, o.id, :kind, :name, :shared, now()
                              from crm.organisation o where o.code = 'NOORD'""")
                    .setParameter("uuid", uuid)
                    .setParameter("kind", kind)
                    .setParameter("name", name)
                    .setParameter("shared", shared)
                    .executeUpdate();
            em.createNativeQuery("""
                            insert into crm.resource_booking (id, uuid, resource_id, session_id, state, during, session_time, made_at)
                            select nextval('crm.entity_seq'), gen_random_uuid(), r.id, s.id, 'CONFIRMED',
                                   tstzrange(s.starts_at, s.ends_at), tstzrange(s.starts_at, s.ends_at), now()
                              from crm.resource r, crm.session s join crm.edition e on e.id = s.edition_id
                             where r.uuid = :uuid and e.uuid = :edition""")
                    .setParameter("uuid", uuid)
                    .setParameter("edition", edition)
                    .executeUpdate();
        });
        return uuid;
    }

    private static List<String> framedBy(String organisation) {
        return database.inTransaction(em -> sites(em, noord).framedBy(organisation));
    }

    private static AgendaSites sites(jakarta.persistence.EntityManager em, CurrentUser caller) {
        return wired(new AgendaSites(), em, caller, wired(new Organisations(), em), new NoAudit());
    }

    private static final class NoAudit extends AuditTrail {
        @Override
        public void record(String action, UUID subject, String detail) {
            // proved elsewhere
        }
    }

    private static CurrentUser staffOf(String code) {
        Long organisation =
                database.inTransaction(em -> AgendaDatabase.organiser(em, code).getId());
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(new Identity(
                        null, UUID.randomUUID(), "a@example.nl", "A", "nl", null, organisation, Set.of(Role.STAFF)));
            }
        };
    }
}
