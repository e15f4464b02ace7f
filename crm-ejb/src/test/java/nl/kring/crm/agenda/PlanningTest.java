package nl.kring.crm.agenda;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlanningTest {

    private static AgendaDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @AfterEach
    void clear() {
        database.clearAgenda();
    }

    @Test
    void a_planned_course_is_a_draft_with_its_sessions_and_seats() {
        UUID uuid = database.draft(
                "NOORD",
                aCourse()
                        .meantFor(Profession.GP, Profession.TRIAGE_ASSISTANT)
                        .from("2026-11-10T19:00", "2026-11-10T22:00")
                        .from("2026-11-03T19:00", "2026-11-03T22:00")
                        .seats(12)
                        .wish());

        database.change(em -> {
            EditionLists lists = new EditionLists(em, AgendaDatabase.CLOCK);
            Edition edition = lists.find(uuid);
            assertThat(edition.getState()).isEqualTo(EditionState.CONCEPT);
            assertThat(edition.isPublic()).isFalse();
            assertThat(edition.getStartsAt()).isEqualTo("2026-11-03T18:00:00Z");
            assertThat(edition.getEndsAt()).isEqualTo("2026-11-10T21:00:00Z");
            assertThat(edition.getCourse().getAudience())
                    .containsExactlyInAnyOrder(Profession.GP, Profession.TRIAGE_ASSISTANT);
            assertThat(lists.sessionsOf(edition.getId()))
                    .extracting(Session::getPosition)
                    .containsExactly(1, 2);
            assertThat(lists.line(edition).free()).isEqualTo(12);
        });
    }

    @Test
    void a_change_needs_the_version_that_was_read() {
        UUID uuid = database.draft("NOORD", aCourse().wish());
        long read = versionOf(uuid);

        change(uuid, read, aCourse().titled("Eerste wijziging").wish());

        assertThat(versionOf(uuid)).isGreaterThan(read);
        assertThatThrownBy(() -> change(uuid, read, aCourse().titled("Te laat").wish()))
                .isInstanceOf(EditConflictException.class);
        assertThat(lineOf(uuid).title()).isEqualTo("Eerste wijziging");
    }

    @Test
    void capacity_below_what_is_taken_is_refused_and_changes_nothing() {
        UUID uuid = database.published("NOORD", aCourse().seats(3).wish());
        take(uuid, 2);

        assertThatThrownBy(() -> change(
                        uuid,
                        versionOf(uuid),
                        aCourse().titled("Kleiner").seats(1).wish()))
                .isInstanceOf(CapacityBelowTakenException.class);
        assertThat(lineOf(uuid)).returns(3, EditionLine::capacity).returns("Reanimatie en AED", EditionLine::title);

        assertThat(change(uuid, versionOf(uuid), aCourse().seats(2).wish()).moreSeats())
                .isFalse();
        assertThat(lineOf(uuid).seats()).isEqualTo(Seats.WAITING_LIST);
    }

    @Test
    void making_an_edition_smaller_waits_for_who_is_taking_a_seat() throws Exception {
        UUID uuid = database.published("NOORD", aCourse().seats(3).wish());
        long version = versionOf(uuid);
        PlannedCourse smaller = aCourse().seats(1).wish();

        CompletableFuture<Planning.Change> change = database.inTransaction(em -> {
            Edition edition = new EditionLists(em, AgendaDatabase.CLOCK).find(uuid);
            SeatCount seats = em.find(SeatCount.class, edition.getId(), LockModeType.PESSIMISTIC_WRITE);
            var later = CompletableFuture.supplyAsync(() -> change(uuid, version, smaller));
            assertThatThrownBy(() -> later.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            seats.take();
            seats.take();
            return later;
        });

        assertThatThrownBy(() -> change.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(CapacityBelowTakenException.class);
        assertThat(lineOf(uuid)).returns(3, EditionLine::capacity).returns(2, EditionLine::taken);
    }

    @Test
    void more_seats_are_told() {
        UUID uuid = database.published("NOORD", aCourse().seats(3).wish());

        Planning.Change change =
                change(uuid, versionOf(uuid), aCourse().seats(4).wish());

        assertThat(change.moreSeats()).isTrue();
        assertThat(change.moved()).isNull();
    }

    @Test
    void a_changed_session_stays_the_same_session() {
        UUID uuid = database.published(
                "NOORD",
                aCourse()
                        .from("2026-11-03T19:00", "2026-11-03T22:00")
                        .from("2026-11-10T19:00", "2026-11-10T22:00")
                        .wish());
        List<SessionLine> before = sessionsOf(uuid);
        PlannedSession second = new PlannedSession(
                before.get(1).uuid(),
                "Nu eerst",
                before.get(0).startsAt(),
                before.get(0).endsAt());

        Planning.Change change =
                change(uuid, versionOf(uuid), aCourse().with(List.of(second)).wish());

        assertThat(change.moved()).isNotNull();
        assertThat(sessionsOf(uuid)).singleElement().satisfies(session -> {
            assertThat(session.uuid()).isEqualTo(before.get(1).uuid());
            assertThat(session.position()).isEqualTo(1);
            assertThat(session.title()).isEqualTo("Nu eerst");
        });
    }

    @Test
    void a_session_with_attendance_cannot_go() {
        UUID uuid = database.published(
                "NOORD",
                aCourse()
                        .from("2026-11-03T19:00", "2026-11-03T22:00")
                        .from("2026-11-10T19:00", "2026-11-10T22:00")
                        .wish());
        attend(sessionsOf(uuid).get(1).id());

        assertThatThrownBy(() -> change(uuid, versionOf(uuid), aCourse().wish()))
                .isInstanceOf(SessionInUseException.class);
        assertThat(sessionsOf(uuid)).hasSize(2);
    }

    @Test
    void publishing_is_undone_only_while_nobody_has_enrolled() {
        UUID empty = database.published("NOORD", aCourse().wish());
        UUID taken = database.published("NOORD", aCourse().wish());
        take(taken, 1);

        act(empty, (planning, edition) -> planning.move(edition, EditionMove.WITHDRAW));

        assertThat(lineOf(empty).state()).isEqualTo(EditionState.CONCEPT);
        assertThatThrownBy(() -> act(taken, (planning, edition) -> planning.move(edition, EditionMove.WITHDRAW)))
                .isInstanceOf(EditionStateException.class);
        assertThatThrownBy(() -> act(empty, (planning, edition) -> planning.move(edition, EditionMove.WITHDRAW)))
                .isInstanceOf(EditionStateException.class);
    }

    @Test
    void what_is_cancelled_stays_so() {
        UUID uuid = database.published("NOORD", aCourse().wish());

        act(uuid, (planning, edition) -> planning.move(edition, EditionMove.CANCEL));

        assertThat(lineOf(uuid).state()).isEqualTo(EditionState.CANCELLED);
        assertThatThrownBy(() -> act(uuid, (planning, edition) -> planning.move(edition, EditionMove.CANCEL)))
                .isInstanceOf(EditionStateException.class);
        assertThatThrownBy(() -> act(uuid, (planning, edition) -> planning.move(edition, EditionMove.OPEN_ENROLMENT)))
                .isInstanceOf(EditionStateException.class);
        assertThatThrownBy(() -> change(uuid, versionOf(uuid), aCourse().wish()))
                .isInstanceOf(EditionStateException.class);
    }

    @Test
    void an_unknown_edition_is_not_found() {
        assertThatThrownBy(() -> lineOf(UUID.randomUUID())).isInstanceOf(NotFoundException.class);
    }

    private static Planning.Change change(UUID uuid, long version, PlannedCourse wish) {
        return database.inTransaction(em -> {
            Planning planning = new Planning(em, AgendaDatabase.CLOCK);
            return planning.change(planning.locked(uuid), version, AgendaDatabase.organiser(em, "NOORD"), wish);
        });
    }

    private static void act(UUID uuid, BiConsumer<Planning, Edition> act) {
        database.change(em -> {
            Planning planning = new Planning(em, AgendaDatabase.CLOCK);
            act.accept(planning, planning.locked(uuid));
        });
    }

    private static long versionOf(UUID uuid) {
        return database.inTransaction(
                em -> new EditionLists(em, AgendaDatabase.CLOCK).find(uuid).getVersion());
    }

    private static EditionLine lineOf(UUID uuid) {
        return database.inTransaction(em -> {
            EditionLists lists = new EditionLists(em, AgendaDatabase.CLOCK);
            return lists.line(lists.find(uuid));
        });
    }

    private static List<SessionLine> sessionsOf(UUID uuid) {
        return database.inTransaction(em -> {
            EditionLists lists = new EditionLists(em, AgendaDatabase.CLOCK);
            return lists.sessionsOf(lists.find(uuid).getId()).stream()
                    .map(session -> SessionLine.of(session, true))
                    .toList();
        });
    }

    private static void take(UUID uuid, int seats) {
        inSeats(uuid, count -> {
            for (int seat = 0; seat < seats; seat++) {
                count.take();
            }
        });
    }

    private static void inSeats(UUID uuid, Consumer<SeatCount> work) {
        database.change(em -> {
            Edition edition = new EditionLists(em, AgendaDatabase.CLOCK).find(uuid);
            work.accept(em.find(SeatCount.class, edition.getId()));
        });
    }

    private static void attend(Long session) {
        database.change(em -> {
            sql(em, """
                    insert into crm.person (id, uuid, created_at) values (-1, gen_random_uuid(), now())
                    on conflict do nothing""");
            sql(em, """
                    insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, enrolled_at)
                    select -1, gen_random_uuid(), s.edition_id, -1, 'CONFIRMED', 0, now()
                      from crm.session s where s.id = %d""".formatted(session));
            sql(em, """
                    insert into crm.attendance (id, uuid, enrolment_id, session_id, present, recorded_at)
                    values (-1, gen_random_uuid(), -1, %d, true, now())""".formatted(session));
        });
    }

    private static void sql(EntityManager em, String statement) {
        em.createNativeQuery(statement).executeUpdate();
    }
}
