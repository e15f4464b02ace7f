package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Seats for names to come are seats like all others, until a day. */
class ReservedSeatsTest {

    private static final int MANAGERS = 32;
    private static final Clock A_WEEK_BEFORE = Clock.offset(
            SeatsDatabase.CLOCK,
            Duration.between(SeatsDatabase.NOW, SeatsDatabase.START.minus(SeatTerms.NAMES_BEFORE)));

    private static SeatsDatabase seats;
    private static long practice;

    @BeforeAll
    static void open() throws IOException {
        seats = new SeatsDatabase();
        practice = 77_000;
        seats.run("""
            insert into crm.organisation (id, uuid, name, kind, participant, created_at)
            values (?, ?, 'Praktijk Een', 'PRACTICE', false, ?)""", practice, UUID.randomUUID(), SeatsDatabase.NOW);
    }

    @AfterAll
    static void close() throws IOException {
        seats.close();
    }

    @Test
    void of_managers_who_reserve_the_last_seats_at_the_same_moment_each_seat_goes_to_one() throws InterruptedException {
        long edition = seats.anEdition(10, true);

        List<Object> outcomes = SeatsDatabase.atOnce(rush(edition, em -> new SeatAllocation(em, SeatsDatabase.CLOCK)));

        assertThat(outcomes.stream().filter(List.class::isInstance)).hasSize(10);
        assertThat(outcomes.stream().filter(EnrolmentRefused.Full.class::isInstance))
                .hasSize(MANAGERS - 10);
        assertThat(open(edition)).isEqualTo(10);
        assertThat(seats.taken(edition)).isEqualTo(10);
    }

    /** The negative control: the row lock keeps managers apart, and without it the same seats are reserved twice. */
    @Test
    void without_the_row_lock_more_is_reserved_than_there_is() throws InterruptedException {
        long edition = seats.anEdition(10, true);
        CyclicBarrier allHaveRead = new CyclicBarrier(MANAGERS);

        SeatsDatabase.atOnce(rush(edition, em -> new WithoutLock(em, SeatsDatabase.CLOCK, allHaveRead)));

        assertThat(open(edition)).isGreaterThan(10);
    }

    @Test
    void a_manager_and_a_professional_who_come_for_the_last_seat_do_not_both_get_it() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            long edition = seats.anEdition(1, true);
            long person = seats.persons(1).get(0);
            SeatsDatabase.atOnce(
                    List.<Callable<?>>of(() -> reserve(edition, 1), () -> seats.enrol(edition, person, null)));
            assertThat(open(edition) + seats.count("state = 'CONFIRMED'", edition))
                    .isEqualTo(1);
            assertThat(seats.taken(edition)).isEqualTo(1);
        }
    }

    @Test
    void who_is_named_and_enrols_at_the_same_moment_comes_once_and_no_answer_is_a_failure()
            throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            long edition = seats.anEdition(2, true);
            UUID reserved = reserve(edition, 1).get(0);
            long person = seats.persons(1).get(0);

            List<Object> outcomes = SeatsDatabase.atOnce(
                    List.<Callable<?>>of(() -> name(reserved, person), () -> seats.enrol(edition, person, null)));

            assertThat(outcomes.stream().filter(EnrolmentRefused.AlreadyEnrolled.class::isInstance))
                    .as("%s", outcomes)
                    .hasSize(1);
            assertThat(seats.count("state = 'CONFIRMED'", edition)).isEqualTo(1);
        }
    }

    @Test
    void more_seats_than_there_are_reserves_none() {
        long edition = seats.anEdition(2, true);

        assertThatThrownBy(() -> reserve(edition, 3)).isInstanceOf(EnrolmentRefused.Full.class);

        assertThat(seats.taken(edition)).isZero();
    }

    @Test
    void who_waits_behind_a_reserved_seat_has_it_a_week_before_the_start_and_not_before() {
        long edition = seats.anEdition(1, true);
        reserve(edition, 1);
        UUID waiting =
                seats.enrol(edition, seats.persons(1).get(0), null).enrolment().getUuid();
        assertThat(seats.state(waiting)).isEqualTo("WAITLISTED");

        expire(edition, Clock.offset(A_WEEK_BEFORE, Duration.ofMinutes(-1)));
        assertThat(seats.state(waiting)).isEqualTo("WAITLISTED");
        expire(edition, A_WEEK_BEFORE);

        assertThat(seats.state(waiting)).isEqualTo("CONFIRMED");
        assertThat(seats.taken(edition)).isEqualTo(1);
        assertThat(open(edition)).isZero();
    }

    @Test
    void the_organiser_says_until_when_names_may_come() {
        long edition = seats.anEdition(2, true);
        UUID reserved = reserve(edition, 1).get(0);
        seats.terms(edition, "names_until", SeatsDatabase.NOW.plus(Duration.ofDays(2)));

        expire(edition, Clock.offset(SeatsDatabase.CLOCK, Duration.ofDays(2)));

        assertThat(seats.taken(edition)).isZero();
        assertThatThrownBy(() -> name(reserved, seats.persons(1).get(0)))
                .isInstanceOf(EnrolmentRefused.ReservationOver.class);
        seats.terms(edition, "names_until", SeatsDatabase.NOW);
        assertThatThrownBy(() -> reserve(edition, 1)).isInstanceOf(EnrolmentRefused.ReservationOver.class);
    }

    @Test
    void where_staff_decide_about_each_request_nobody_takes_a_seat_without_a_name() {
        long edition = seats.anEdition(2, true);
        seats.terms(edition, "approval", true);

        assertThatThrownBy(() -> reserve(edition, 1)).isInstanceOf(EnrolmentRefused.NamesFirst.class);
    }

    @Test
    void who_is_named_has_the_seat_that_was_reserved_once() {
        long edition = seats.anEdition(1, true);
        UUID reserved = reserve(edition, 1).get(0);
        List<Long> people = seats.persons(2);

        UUID named = name(reserved, people.get(0));

        assertThat(seats.state(named)).isEqualTo("CONFIRMED");
        assertThat(seats.story(named)).containsExactly("NAMED");
        assertThat(seats.taken(edition)).isEqualTo(1);
        assertThatThrownBy(() -> name(reserved, people.get(1))).isInstanceOf(EnrolmentRefused.ReservationOver.class);
        expire(edition, A_WEEK_BEFORE);
        assertThat(seats.taken(edition)).as("who was named stays").isEqualTo(1);
    }

    @Test
    void who_waits_there_or_has_a_seat_in_a_repeat_is_not_named() {
        long edition = seats.anEdition(1, true);
        UUID reserved = reserve(edition, 1).get(0);
        long waits = seats.persons(1).get(0);
        seats.enrol(edition, waits, null);
        long elsewhere = seats.persons(1).get(0);
        seats.enrol(seats.again(edition, 5), elsewhere, null);

        assertThatThrownBy(() -> name(reserved, waits)).isInstanceOf(EnrolmentRefused.AlreadyEnrolled.class);
        assertThatThrownBy(() -> name(reserved, elsewhere)).isInstanceOf(EnrolmentRefused.SeatInRepeat.class);
    }

    @Test
    void naming_and_expiring_at_the_same_moment_leaves_one_seat_taken_or_none() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            long edition = seats.anEdition(1, true);
            UUID reserved = reserve(edition, 1).get(0);
            long person = seats.persons(1).get(0);
            SeatsDatabase.atOnce(
                    List.<Callable<?>>of(() -> name(reserved, person), () -> expire(edition, A_WEEK_BEFORE)));
            assertThat(seats.taken(edition)).isEqualTo(seats.count("state = 'CONFIRMED'", edition));
        }
    }

    @Test
    void a_seat_that_is_given_back_goes_to_who_waits_first_and_only_once() {
        long edition = seats.anEdition(1, true);
        UUID reserved = reserve(edition, 1).get(0);
        UUID first =
                seats.enrol(edition, seats.persons(1).get(0), null).enrolment().getUuid();
        UUID second =
                seats.enrol(edition, seats.persons(1).get(0), null).enrolment().getUuid();

        giveBack(reserved);
        giveBack(reserved);

        assertThat(seats.state(first)).isEqualTo("CONFIRMED");
        assertThat(seats.state(second)).isEqualTo("WAITLISTED");
        assertThat(seats.taken(edition)).isEqualTo(1);
    }

    @Test
    void a_reserved_seat_is_one_of_those_that_are_kept_for_its_profession_and_is_counted_anew_with_them() {
        long edition = seats.anEdition(2, true);
        long quota = seats.quota(edition, QuotaKind.KEPT, Profession.GP, 1, null);

        reserve(edition, 1);

        assertThat(seats.number("select taken from crm.seat_quota where id = ?", quota))
                .isEqualTo(1);
        seats.inTransaction(em -> {
            Edition found = em.find(Edition.class, edition);
            new SeatAllocation(em, SeatsDatabase.CLOCK).lock(edition);
            QuotaRows.replace(
                    em,
                    found,
                    List.of(new SeatQuota(edition, 1, QuotaKind.AT_MOST, Set.of(Profession.GP), null, 2, null)),
                    Standings.today(em, SeatsDatabase.CLOCK));
            return null;
        });
        assertThat(seats.number("select taken from crm.seat_quota where edition_id = ?", edition))
                .isEqualTo(1);
    }

    @Test
    void an_edition_that_does_not_take_place_has_no_reserved_seats() {
        long edition = seats.anEdition(2, true);
        reserve(edition, 2);

        seats.inTransaction(em -> {
            reserving(em, SeatsDatabase.CLOCK).endAll(em.find(Edition.class, edition));
            return null;
        });

        assertThat(open(edition)).isZero();
        assertThat(seats.taken(edition)).isZero();
    }

    private static List<Callable<?>> rush(long edition, Function<EntityManager, SeatAllocation> allocation) {
        List<Callable<?>> works = new ArrayList<>();
        for (int i = 0; i < MANAGERS; i++) {
            works.add(() -> reserve(edition, 1, allocation));
        }
        return works;
    }

    private static List<UUID> reserve(long edition, int number) {
        return reserve(edition, number, em -> new SeatAllocation(em, SeatsDatabase.CLOCK));
    }

    private static List<UUID> reserve(long edition, int number, Function<EntityManager, SeatAllocation> allocation) {
        return seats.inTransaction(em -> new ReservedSeats(allocation.apply(em), em, SeatsDatabase.CLOCK)
                .reserve(em.find(Edition.class, edition), practice, Profession.GP, number, null).stream()
                        .map(SeatReservation::getUuid)
                        .toList());
    }

    private static UUID name(UUID reservation, long person) {
        return with(reservation, (reserving, reserved) -> {
            Person who = reserving.em().find(Person.class, person);
            Enrolment wanted = new Enrolment(reserved.getEdition(), who, null, null, SeatsDatabase.NOW);
            reserving.seats().name(reserved, wanted, null);
            return wanted.getUuid();
        });
    }

    private static void giveBack(UUID reservation) {
        with(reservation, (reserving, reserved) -> reserving.seats().giveBack(reserved, null));
    }

    /** As the clock does it: what is over comes free, and goes to who waits. */
    private static Object expire(long edition, Clock clock) {
        return seats.inTransaction(em -> {
            Edition found = em.find(Edition.class, edition);
            reserving(em, clock).expire(found);
            return new SeatAllocation(em, clock).promote(found, null);
        });
    }

    private record Reserving(EntityManager em, ReservedSeats seats) {}

    private static <T> T with(UUID reservation, BiFunction<Reserving, SeatReservation, T> work) {
        return seats.inTransaction(em -> work.apply(
                new Reserving(em, reserving(em, SeatsDatabase.CLOCK)),
                em.createQuery("select r from SeatReservation r where r.uuid = :uuid", SeatReservation.class)
                        .setParameter("uuid", reservation)
                        .getSingleResult()));
    }

    private static ReservedSeats reserving(EntityManager em, Clock clock) {
        return new ReservedSeats(new SeatAllocation(em, clock), em, clock);
    }

    private static int open(long edition) {
        return seats.number(
                "select count(*) from crm.seat_reservation where ended_at is null and edition_id = ?", edition);
    }
}
