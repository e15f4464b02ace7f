package nl.kring.crm.agenda.venue;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.EditionCancelled;
import nl.kring.crm.agenda.SessionsPlanned;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.workbench.TaskInbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far an edition is with a place of somebody else. */
class VenueBookingsTest {

    private static final Instant LAST_SESSION = Instant.parse("2026-11-03T21:00:00Z");
    private static final LocalDate IN_OCTOBER = LocalDate.of(2026, 10, 15);

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;

    private UUID hall;
    private UUID edition;

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
    void a_hall_and_an_evening() {
        database.clearAgenda();
        hall = venues(noord, venues -> venues.add(form("Theater Hof 88")));
        edition = database.published("NOORD", evening("2026-11-03").wish());
    }

    @Test
    void a_venue_is_asked_kept_and_agreed_and_each_step_is_kept() {
        ask();
        take(VenueStep.GIVE_OPTION, IN_OCTOBER);
        assertThat(line().state()).isEqualTo(VenueState.OPTION);
        assertThat(line().optionUntil()).isEqualTo(IN_OCTOBER);
        take(VenueStep.CONFIRM, null);

        assertThat(line().state()).isEqualTo(VenueState.CONFIRMED);
        assertThat(line().optionUntil()).isNull();
        assertThat(line().events())
                .extracting(VenueBookingLine.Event::happened)
                .containsExactly("REQUEST", "GIVE_OPTION", "CONFIRM");
        assertThat(line().steps()).containsExactly(VenueStep.CANCEL, VenueStep.ASK_AGAIN);
    }

    @Test
    void a_step_that_leads_nowhere_is_refused_and_nothing_is_kept_of_it() {
        ask();
        take(VenueStep.DECLINE, null);

        assertThatThrownBy(() -> take(VenueStep.CONFIRM, null))
                .isInstanceOfSatisfying(
                        VenueStepException.class, no -> assertThat(no.code()).isEqualTo("venue-state-declined"));
        assertThat(line().events()).hasSize(2);
    }

    @Test
    void an_option_has_a_day_that_is_to_come() {
        ask();
        assertThatThrownBy(() -> take(VenueStep.GIVE_OPTION, null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> take(VenueStep.GIVE_OPTION, LocalDate.of(2026, 8, 31)))
                .isInstanceOf(InvalidInputException.class);
        take(VenueStep.GIVE_OPTION, LocalDate.of(2026, 9, 1));
    }

    @Test
    void a_venue_is_asked_once_for_an_edition() {
        ask();
        assertThatThrownBy(this::ask)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, no -> assertThat(no.code()).isEqualTo("venue-asked-already"));
    }

    @Test
    void of_an_edition_that_moved_the_venue_is_to_be_asked_again_and_staff_have_a_task() {
        ask();
        take(VenueStep.CONFIRM, null);
        move("2026-11-10");

        assertThat(line().toDo()).isEqualTo(VenueToDo.ASK_AGAIN);
        assertThat(line().state()).isEqualTo(VenueState.CONFIRMED);
        assertThat(tasks()).containsExactly("Opnieuw vragen: Theater Hof 88, Reanimatie en AED");
        move("2026-11-17");
        assertThat(tasks()).hasSize(1);

        take(VenueStep.ASK_AGAIN, null);
        assertThat(line().toDo()).isNull();
        assertThat(line().state()).isEqualTo(VenueState.REQUESTED);
        take(VenueStep.CONFIRM, null);
    }

    @Test
    void an_edition_that_is_changed_but_not_in_time_leaves_its_venue_alone() {
        ask();
        move("2026-11-03");

        assertThat(line().toDo()).isNull();
        assertThat(tasks()).isEmpty();
    }

    @Test
    void of_a_cancelled_edition_the_venue_is_to_be_called_off() {
        ask();
        database.change(em -> news(em).callOff(new EditionCancelled(editionId(em), null)));

        assertThat(line().toDo()).isEqualTo(VenueToDo.CALL_OFF);
        assertThat(tasks()).containsExactly("Afzeggen: Theater Hof 88, Reanimatie en AED");
        assertThatThrownBy(() -> take(VenueStep.CONFIRM, null)).isInstanceOf(VenueStepException.class);
        take(VenueStep.CANCEL, null);
        assertThat(line().toDo()).isNull();
    }

    @Test
    void what_was_declined_needs_no_call() {
        ask();
        take(VenueStep.DECLINE, null);
        move("2026-11-10");
        database.change(em -> news(em).callOff(new EditionCancelled(editionId(em), null)));

        assertThat(line().toDo()).isNull();
        assertThat(tasks()).isEmpty();
    }

    @Test
    void catering_follows_who_has_a_seat_when_that_is_agreed() {
        ask();
        agree(new VenueTerms(45_000, "Soep en broodjes", 25, false, null, List.of()));
        assertThat(line().persons()).isEqualTo(25);
        assertThat(line().terms().costCents()).isEqualTo(45_000);

        agree(new VenueTerms(45_000, "Soep en broodjes", 25, true, null, List.of()));
        assertThat(line().persons()).isZero();
        database.change(em -> em.createNativeQuery("update crm.seat_count set taken = 7 where edition_id = :id")
                .setParameter("id", editionId(em))
                .executeUpdate());
        assertThat(line().persons()).isEqualTo(7);
        database.change(em ->
                em.createNativeQuery("update crm.seat_count set taken = 0").executeUpdate());
    }

    @Test
    void diets_are_forgotten_thirty_days_after_the_last_session() {
        ask();
        agree(new VenueTerms(
                null,
                null,
                null,
                false,
                "Let op sporen van noten",
                List.of(new Diet("vegetarisch", 4), new Diet("halal", 2))));
        assertThat(line().terms().diets()).containsExactly(new Diet("vegetarisch", 4), new Diet("halal", 2));

        lookAt(LAST_SESSION.plus(DietClock.KEPT));
        assertThat(line().terms().diets()).hasSize(2);
        lookAt(LAST_SESSION.plus(DietClock.KEPT).plusSeconds(1));

        assertThat(line().terms().diets()).isEmpty();
        assertThat(line().terms().dietNotes()).isNull();
    }

    @Test
    void who_read_an_older_version_changes_nothing() {
        ask();
        long version = line().version();
        VenueTerms terms = new VenueTerms(100, null, null, false, null, List.of());
        agree(terms);

        assertThatThrownBy(() -> with(noord, bookings -> bookings.agree(edition, line().uuid(), version, terms)))
                .isInstanceOf(EditConflictException.class);
    }

    @Test
    void what_cannot_be_agreed_is_refused() {
        ask();
        assertThatThrownBy(() -> agree(new VenueTerms(-1, null, null, false, null, List.of())))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> agree(new VenueTerms(null, null, -1, false, null, List.of())))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> agree(new VenueTerms(null, null, null, false, null, List.of(new Diet(" ", 1)))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void venues_and_what_is_agreed_do_not_exist_for_others() {
        ask();
        UUID theirs = database.published("ZUID", evening("2026-11-03").wish());

        List<VenueLine> seen = venues(zuid, venues -> venues.list(true));
        assertThat(seen).isEmpty();
        assertThatThrownBy(() -> venues(zuid, venues -> venues.detail(hall))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bookings(zuid, bookings -> bookings.of(edition)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> with(zuid, bookings -> bookings.request(theirs, hall, null)))
                .isInstanceOf(NotFoundException.class);
        UUID booking = line().uuid();
        assertThatThrownBy(() -> with(zuid, bookings -> bookings.take(theirs, booking, VenueStep.CANCEL, null, null)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void two_venues_of_one_name_are_one_unless_one_is_put_away() {
        assertThatThrownBy(() -> venues(noord, venues -> venues.add(form("theater hof 88"))))
                .isInstanceOf(InvalidInputException.class);
        database.change(em -> venues(em, noord).retire(hall));
        venues(noord, venues -> venues.add(form("Theater Hof 88")));
        assertThatThrownBy(() -> database.change(em -> venues(em, noord).bringBack(hall)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(this::ask).isInstanceOf(NotFoundException.class);
    }

    // --- how it is asked

    private static ACourse evening(String day) {
        return aCourse().from(day + "T19:00", day + "T22:00");
    }

    private static VenueForm form(String name) {
        return new VenueForm(name, "Hof 88", "Almelo", "Mevr. Jansen", "zaal@example.nl", "0546123456", 200, null);
    }

    private void ask() {
        with(noord, bookings -> bookings.request(edition, hall, "Voor 40 mensen"));
    }

    private void take(VenueStep step, LocalDate until) {
        UUID booking = line().uuid();
        with(noord, bookings -> bookings.take(edition, booking, step, until, null));
    }

    private void agree(VenueTerms terms) {
        VenueBookingLine now = line();
        with(noord, bookings -> bookings.agree(edition, now.uuid(), now.version(), terms));
    }

    private VenueBookingLine line() {
        return bookings(noord, bookings -> bookings.of(edition)).get(0);
    }

    private void move(String day) {
        UUID session = database.inTransaction(em ->
                AgendaDatabase.editions(em, noord).sessionsOf(edition).get(0).uuid());
        database.change(em -> {
            Long id = AgendaDatabase.changed(
                    em,
                    edition,
                    "NOORD",
                    aCourse()
                            .with(List.of(nl.kring.crm.agenda.PlannedSession.local(
                                    session,
                                    null,
                                    java.time.LocalDateTime.parse(day + "T19:00"),
                                    java.time.LocalDateTime.parse(day + "T22:00"))))
                            .wish());
            news(em).askAgain(new SessionsPlanned(id));
        });
    }

    private static void lookAt(Instant moment) {
        database.change(em -> wired(new DietClock(), em, Clock.fixed(moment, AgendaDatabase.CLOCK.getZone()))
                .look());
    }

    private Long editionId(EntityManager em) {
        return AgendaDatabase.editions(em, noord).edition(edition).line().id();
    }

    private static VenueNews news(EntityManager em) {
        return wired(new VenueNews(), em, AgendaDatabase.CLOCK, wired(new TaskInbox(), em, AgendaDatabase.CLOCK));
    }

    @SuppressWarnings("unchecked")
    private static List<String> tasks() {
        return (List<String>) database.inTransaction(
                em -> em.createNativeQuery("select title from crm.task order by id", String.class)
                        .getResultList());
    }

    private static void with(CurrentUser caller, Consumer<VenueBookings> work) {
        bookings(caller, bookings -> {
            work.accept(bookings);
            return null;
        });
    }

    private static <T> T bookings(CurrentUser caller, Function<VenueBookings, T> work) {
        return database.inTransaction(em -> work.apply(wired(
                new VenueBookings(),
                em,
                AgendaDatabase.CLOCK,
                caller,
                AgendaDatabase.editions(em, caller),
                wired(new AuditTrail(), em, AgendaDatabase.CLOCK, caller))));
    }

    private static Venues venues(EntityManager em, CurrentUser caller) {
        return wired(
                new Venues(),
                em,
                AgendaDatabase.CLOCK,
                caller,
                wired(new AuditTrail(), em, AgendaDatabase.CLOCK, caller));
    }

    private static <T> T venues(CurrentUser caller, Function<Venues, T> work) {
        return database.inTransaction(em -> work.apply(venues(em, caller)));
    }
}
