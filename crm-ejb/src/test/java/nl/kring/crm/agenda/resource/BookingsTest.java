package nl.kring.crm.agenda.resource;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.EditionCancelled;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.agenda.SessionLine;
import nl.kring.crm.agenda.SessionsPlanned;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has which room when. */
class BookingsTest {

    private static final int CROWD = 32;

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;

    private UUID room;

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
    void a_room_of_noord_that_others_may_book() {
        database.clearAgenda();
        room = added(noord, room("Grote zaal", true, List.of()));
    }

    @Test
    void a_room_is_booked_for_all_sessions_and_who_comes_second_hears_who_has_it() {
        UUID first = database.published(
                "NOORD", evening("2026-11-03").titled("Reanimatie").wish());
        UUID second = database.published("ZUID", evening("2026-11-03").wish());
        book(noord, first, room);

        assertThatThrownBy(() -> book(zuid, second, room))
                .isInstanceOfSatisfying(
                        ResourceTakenException.class,
                        refusal -> assertThat(refusal.arguments())
                                .containsExactly(
                                        "Grote zaal", "Reanimatie", "Nascholing Noord", "03-11-2026 19:00 – 22:00"));
        assertThat(bookings(zuid, second)).isEmpty();
        assertThat(bookings(noord, first)).extracting(BookingLine::state).containsExactly(BookingState.CONFIRMED);
    }

    @Test
    void of_a_draft_of_another_organisation_only_whose_it_is_is_told() {
        UUID draft =
                database.draft("NOORD", evening("2026-11-03").titled("Geheim").wish());
        UUID other = database.published("ZUID", evening("2026-11-03").wish());
        book(noord, draft, room);

        assertThatThrownBy(() -> book(zuid, other, room))
                .isInstanceOfSatisfying(ResourceTakenException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("resource-taken-elsewhere");
                    assertThat(refusal.arguments()).doesNotContain("Geheim");
                });
    }

    @Test
    void thirty_two_at_once_on_overlapping_times_never_get_a_room_and_a_teacher_twice() throws Exception {
        UUID teacher = added(
                noord,
                new ResourceForm(ResourceKind.TEACHER, "J. Wolterink", null, null, null, null, 0, 0, true, List.of()));
        List<UUID> editions = new ArrayList<>();
        for (int minute = 0; minute < CROWD; minute++) {
            editions.add(database.published(
                    "NOORD",
                    aCourse()
                            .titled("Nummer " + minute)
                            .from("2026-11-03T19:%02d".formatted(minute), "2026-11-03T21:%02d".formatted(minute))
                            .wish()));
        }
        List<String> refused = crowd(editions, edition -> {
            book(noord, edition, room);
            book(noord, edition, teacher);
        });

        assertThat(active(room)).isEqualTo(1);
        assertThat(active(teacher)).isEqualTo(1);
        assertThat(refused)
                .hasSize(CROWD - 1)
                .allSatisfy(why -> assertThat(why).startsWith("resource-taken[Grote zaal, Nummer "));
    }

    /** What the test before would see without the constraint: it can fail. */
    @Test
    void without_the_constraint_two_have_one_room() throws Exception {
        String constraint = "resource_booked_once";
        database.asOwner("alter table crm.resource_booking drop constraint " + constraint);
        try {
            List<UUID> editions = new ArrayList<>();
            for (int each = 0; each < CROWD; each++) {
                editions.add(database.published("NOORD", evening("2026-11-03").wish()));
            }
            crowd(editions, edition -> book(noord, edition, room));
            assertThat(active(room)).isGreaterThan(1);
        } finally {
            database.clearAgenda();
            database.asOwner(
                    "alter table crm.resource_booking add constraint " + constraint
                            + " exclude using gist (resource_id with =, during with &&) where (state in ('HELD', 'CONFIRMED'))");
        }
    }

    @Test
    void setting_up_and_clearing_away_take_the_room_too() {
        UUID hall =
                added(noord, new ResourceForm(ResourceKind.ROOM, "Hal", null, null, null, 40, 60, 30, true, List.of()));
        UUID first = database.published(
                "NOORD", aCourse().from("2026-11-03T14:00", "2026-11-03T16:00").wish());
        UUID tooSoon = database.published(
                "NOORD", aCourse().from("2026-11-03T17:00", "2026-11-03T19:00").wish());
        UUID inTime = database.published(
                "NOORD", aCourse().from("2026-11-03T17:30", "2026-11-03T19:00").wish());
        book(noord, first, hall);

        assertThatThrownBy(() -> book(noord, tooSoon, hall)).isInstanceOf(ResourceTakenException.class);
        book(noord, inTime, hall);
        assertThat(active(hall)).isEqualTo(2);
    }

    @Test
    void what_is_held_goes_when_its_time_is_over_and_somebody_else_needs_it() {
        UUID first = database.published("NOORD", evening("2026-11-03").wish());
        UUID second = database.published("NOORD", evening("2026-11-03").wish());
        Instant until = AgendaDatabase.NOW.plus(Duration.ofDays(7));
        as(noord, AgendaDatabase.NOW, bookings -> bookings.book(first, room, until));

        assertThatThrownBy(() -> as(noord, until.minusSeconds(1), bookings -> bookings.book(second, room, null)))
                .isInstanceOf(ResourceTakenException.class);
        as(noord, until, bookings -> bookings.book(second, room, null));

        assertThat(bookings(noord, first)).isEmpty();
        assertThat(bookings(noord, second)).hasSize(1);
    }

    @Test
    void what_was_held_and_is_confirmed_stays() {
        UUID first = database.published("NOORD", evening("2026-11-03").wish());
        UUID second = database.published("NOORD", evening("2026-11-03").wish());
        Instant until = AgendaDatabase.NOW.plus(Duration.ofDays(7));
        as(noord, AgendaDatabase.NOW, bookings -> bookings.book(first, room, until));
        as(noord, AgendaDatabase.NOW, bookings -> bookings.confirm(first, room));

        assertThatThrownBy(() -> as(noord, until.plusSeconds(1), bookings -> bookings.book(second, room, null)))
                .isInstanceOf(ResourceTakenException.class);
    }

    @Test
    void of_a_course_that_clashes_once_only_that_session_is_booked_twice() {
        UUID there = database.published("NOORD", evening("2026-11-03").wish());
        UUID course = database.published(
                "NOORD",
                aCourse()
                        .from("2026-11-03T19:00", "2026-11-03T22:00")
                        .from("2026-11-10T19:00", "2026-11-10T22:00")
                        .wish());
        book(noord, there, room);
        as(noord, AgendaDatabase.NOW, bookings -> bookings.override(course, room, "Samen"));

        assertThat(bookings(noord, course))
                .extracting(BookingLine::state)
                .containsExactly(BookingState.OVERRIDDEN, BookingState.CONFIRMED);
    }

    @Test
    void sessions_that_follow_each_other_need_no_time_between_them() {
        UUID hall =
                added(noord, new ResourceForm(ResourceKind.ROOM, "Hal", null, null, null, 40, 60, 30, true, List.of()));
        UUID day = database.published(
                "NOORD",
                aCourse()
                        .from("2026-11-03T14:00", "2026-11-03T15:00")
                        .from("2026-11-03T15:00", "2026-11-03T16:00")
                        .from("2026-11-03T16:45", "2026-11-03T17:30")
                        .wish());
        book(noord, day, hall);

        assertThat(active(hall)).isEqualTo(3);
    }

    @Test
    void two_have_one_room_only_when_somebody_says_why() {
        UUID first = database.published("NOORD", evening("2026-11-03").wish());
        UUID second = database.published("NOORD", evening("2026-11-03").wish());
        book(noord, first, room);

        assertThatThrownBy(() -> as(noord, AgendaDatabase.NOW, bookings -> bookings.override(second, room, " ")))
                .isInstanceOf(InvalidInputException.class);
        as(noord, AgendaDatabase.NOW, bookings -> bookings.override(second, room, "Samen met de eerste groep"));

        assertThat(bookings(noord, second)).singleElement().satisfies(booking -> {
            assertThat(booking.state()).isEqualTo(BookingState.OVERRIDDEN);
            assertThat(booking.reason()).isEqualTo("Samen met de eerste groep");
        });
        assertThatThrownBy(() -> as(noord, AgendaDatabase.NOW, bookings -> bookings.override(second, room, "Nog eens")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void outside_its_hours_and_on_days_away_it_cannot_be_had() {
        UUID school = added(
                noord,
                room(
                        "School",
                        true,
                        List.of(new ResourceForm.Hours(DayOfWeek.TUESDAY, LocalTime.of(18, 0), LocalTime.of(22, 0)))));
        UUID tuesday = database.published("NOORD", evening("2026-11-03").wish());
        UUID wednesday = database.published("NOORD", evening("2026-11-04").wish());
        UUID holiday = database.published("NOORD", evening("2026-11-10").wish());
        resources(noord, resources -> resources.away(school, LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 10)));

        assertThatThrownBy(() -> book(noord, wednesday, school)).isInstanceOf(ResourceAwayException.class);
        assertThatThrownBy(() -> book(noord, holiday, school)).isInstanceOf(ResourceAwayException.class);
        book(noord, tuesday, school);
    }

    @Test
    void a_room_comes_along_when_its_session_moves_and_the_old_time_is_free() {
        UUID moving = database.published("NOORD", evening("2026-11-03").wish());
        UUID other = database.published("NOORD", evening("2026-11-03").wish());
        book(noord, moving, room);
        move(moving, "2026-11-10");

        assertThat(bookings(noord, moving)).hasSize(1);
        book(noord, other, room);
        assertThat(active(room)).isEqualTo(2);
    }

    @Test
    void two_sessions_may_change_places() {
        ACourse course =
                aCourse().from("2026-11-03T14:00", "2026-11-03T15:00").from("2026-11-03T15:00", "2026-11-03T16:30");
        UUID edition = database.published("NOORD", course.wish());
        book(noord, edition, room);
        var sessions =
                database.inTransaction(em -> AgendaDatabase.editions(em, noord).sessionsOf(edition));
        move(
                edition,
                aCourse()
                        .with(List.of(
                                PlannedSession.local(
                                        sessions.get(1).uuid(),
                                        null,
                                        LocalDateTime.parse("2026-11-03T14:00"),
                                        LocalDateTime.parse("2026-11-03T15:30")),
                                PlannedSession.local(
                                        sessions.get(0).uuid(),
                                        null,
                                        LocalDateTime.parse("2026-11-03T15:30"),
                                        LocalDateTime.parse("2026-11-03T16:30")))));

        assertThat(bookings(noord, edition)).hasSize(2);
    }

    @Test
    void nothing_moves_when_the_room_cannot_come_along() {
        UUID there = database.published(
                "NOORD", evening("2026-11-10").titled("Er al").wish());
        UUID moving = database.published("NOORD", evening("2026-11-03").wish());
        book(noord, there, room);
        book(noord, moving, room);

        assertThatThrownBy(() -> move(moving, "2026-11-10"))
                .isInstanceOfSatisfying(
                        ResourceTakenException.class,
                        refusal -> assertThat(refusal.arguments()).contains("Er al"));
        assertThat(bookings(noord, moving))
                .extracting(BookingLine::startsAt)
                .containsExactly(Instant.parse("2026-11-03T18:00:00Z"));
    }

    @Test
    void nothing_moves_to_a_day_on_which_the_room_is_away() {
        UUID moving = database.published("NOORD", evening("2026-11-03").wish());
        book(noord, moving, room);
        resources(noord, resources -> resources.away(room, LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 10)));

        assertThatThrownBy(() -> move(moving, "2026-11-10")).isInstanceOf(ResourceAwayException.class);
    }

    @Test
    void other_minutes_beforehand_leave_alone_what_is_booked_until_it_moves() {
        UUID course = database.published("NOORD", evening("2026-11-03").wish());
        book(noord, course, room);
        resources(noord, resources -> {
            resources.change(
                    room,
                    resources.detail(room).version(),
                    new ResourceForm(ResourceKind.ROOM, "Grote zaal", null, null, null, 30, 120, 0, true, List.of()));
            return null;
        });
        move(course, "2026-11-03");
        assertThat(lengthInHours()).isEqualTo(3);

        move(course, "2026-11-10");
        assertThat(lengthInHours()).isEqualTo(5);
    }

    @Test
    void what_is_cancelled_keeps_no_room() {
        UUID cancelled = database.published("NOORD", evening("2026-11-03").wish());
        UUID other = database.published("NOORD", evening("2026-11-03").wish());
        book(noord, cancelled, room);
        database.change(em -> {
            Long id =
                    AgendaDatabase.editions(em, noord).edition(cancelled).line().id();
            news(em).release(new EditionCancelled(id, null));
        });

        book(noord, other, room);
        assertThat(bookings(noord, cancelled)).isEmpty();
    }

    @Test
    void what_is_not_shared_and_whose_edition_it_is_not_does_not_exist_for_others() {
        UUID own = added(noord, room("Kantoor", false, List.of()));
        UUID theirs = database.published("ZUID", evening("2026-11-03").wish());
        UUID ours = database.published("NOORD", evening("2026-11-03").wish());

        assertThatThrownBy(() -> book(zuid, theirs, own)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> book(zuid, ours, room)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bookings(zuid, ours)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> resources(zuid, resources -> resources.detail(room)))
                .isInstanceOf(NotFoundException.class);
        List<ResourceLine> seen = resources(zuid, resources -> resources.list(null, false));
        assertThat(seen).extracting(ResourceLine::name).containsExactly("Grote zaal");
    }

    @Test
    void the_night_that_has_an_hour_twice_takes_the_room_an_hour_longer() {
        UUID night = database.published(
                "NOORD", aCourse().from("2026-10-25T01:00", "2026-10-25T04:00").wish());
        book(noord, night, room);

        assertThat(lengthInHours()).isEqualTo(4);
    }

    // --- how it is asked

    private static ACourse evening(String day) {
        return aCourse().from(day + "T19:00", day + "T22:00");
    }

    private static ResourceForm room(String name, boolean shared, List<ResourceForm.Hours> hours) {
        return new ResourceForm(ResourceKind.ROOM, name, "Almelo", null, null, 30, 0, 0, shared, hours);
    }

    private static List<String> crowd(List<UUID> editions, Consumer<UUID> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(editions.size());
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        for (UUID edition : editions) {
            Callable<String> turn = () -> {
                go.await();
                try {
                    work.accept(edition);
                    return null;
                } catch (BusinessException refused) {
                    return refused.getMessage();
                }
            };
            answers.add(threads.submit(turn));
        }
        go.countDown();
        List<String> refused = new ArrayList<>();
        for (Future<String> answer : answers) {
            if (answer.get() != null) {
                refused.add(answer.get());
            }
        }
        threads.shutdown();
        return refused;
    }

    /** An edition of one session. */
    private static void move(UUID edition, String day) {
        UUID session = sessions(edition).get(0).uuid();
        move(
                edition,
                aCourse()
                        .with(List.of(PlannedSession.local(
                                session,
                                null,
                                LocalDateTime.parse(day + "T19:00"),
                                LocalDateTime.parse(day + "T22:00")))));
    }

    private static List<SessionLine> sessions(UUID edition) {
        return database.inTransaction(em -> AgendaDatabase.editions(em, noord).sessionsOf(edition));
    }

    private static void move(UUID edition, ACourse to) {
        database.change(
                em -> news(em).follow(new SessionsPlanned(AgendaDatabase.changed(em, edition, "NOORD", to.wish()))));
    }

    private static BookingNews news(EntityManager em) {
        return ResourceNews.of(em, noord, AgendaDatabase.CLOCK);
    }

    private static void book(CurrentUser caller, UUID edition, UUID resource) {
        as(caller, AgendaDatabase.NOW, bookings -> bookings.book(edition, resource, null));
    }

    private static void as(CurrentUser caller, Instant now, Consumer<Bookings> work) {
        database.change(em -> work.accept(bookings(em, caller, now)));
    }

    private static List<BookingLine> bookings(CurrentUser caller, UUID edition) {
        return database.inTransaction(
                em -> bookings(em, caller, AgendaDatabase.NOW).of(edition));
    }

    private static Bookings bookings(EntityManager em, CurrentUser caller, Instant now) {
        var clock = Clock.fixed(now, AgendaDatabase.CLOCK.getZone());
        return wired(
                new Bookings(),
                em,
                clock,
                caller,
                AgendaDatabase.editions(em, caller),
                wired(new AuditTrail(), em, clock, caller));
    }

    private static UUID added(CurrentUser caller, ResourceForm form) {
        return resources(caller, resources -> resources.add(form));
    }

    private static <T> T resources(CurrentUser caller, Function<Resources, T> work) {
        return database.inTransaction(em -> work.apply(wired(
                new Resources(),
                em,
                AgendaDatabase.CLOCK,
                caller,
                wired(new AuditTrail(), em, AgendaDatabase.CLOCK, caller))));
    }

    /** Of the only booking that there is. */
    private static int lengthInHours() {
        return database.inTransaction(em -> (Integer) em.createNativeQuery("""
                        select cast(extract(epoch from upper(during) - lower(during)) / 3600 as integer)
                          from crm.resource_booking where state <> 'RELEASED'""").getSingleResult());
    }

    private static int active(UUID resource) {
        return database.inTransaction(em -> ((Number)
                        em.createNativeQuery("""
                        select count(*) from crm.resource_booking b join crm.resource r on r.id = b.resource_id
                         where r.uuid = :uuid and b.state in ('HELD', 'CONFIRMED')""").setParameter("uuid", resource).getSingleResult())
                .intValue());
    }
}
