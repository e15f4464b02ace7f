package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import nl.kring.crm.agenda.Edition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Seats are given over the real database, by many at the same moment. */
class SeatAllocationTest {

    private static final int RUSH = 64;
    private static SeatsDatabase seats;

    @BeforeAll
    static void open() throws IOException {
        seats = new SeatsDatabase();
    }

    @AfterAll
    static void close() throws IOException {
        seats.close();
    }

    @Test
    void the_last_ten_seats_are_given_once_and_the_rest_wait_without_a_gap() throws InterruptedException {
        long edition = seats.anEdition(10, true);

        List<Object> outcomes = SeatsDatabase.atOnce(rush(edition, seats.persons(RUSH)));

        assertThat(outcomes).hasSize(RUSH).allMatch(SeatAllocation.Allotted.class::isInstance);
        assertThat(seats.count("state = 'CONFIRMED'", edition)).isEqualTo(10);
        assertThat(seats.taken(edition)).isEqualTo(10);
        assertThat(seats.places(edition))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, RUSH - 10).boxed().toList());
        assertThat(seats.number(
                        "select count(*) from crm.enrolment_event v join crm.enrolment e on e.id = v.enrolment_id where e.edition_id = ?",
                        edition))
                .isEqualTo(RUSH);
    }

    /** The negative control: what the test above proves is the work of the row lock, and is lost without it. */
    @Test
    void without_the_row_lock_the_same_rush_oversells() throws InterruptedException {
        long edition = seats.anEdition(10, true);
        CyclicBarrier allHaveRead = new CyclicBarrier(RUSH);
        List<Callable<?>> works = new ArrayList<>();
        for (long person : seats.persons(RUSH)) {
            works.add(() ->
                    seats.enrol(edition, person, null, em -> new WithoutLock(em, SeatsDatabase.CLOCK, allHaveRead)));
        }

        SeatsDatabase.atOnce(works);

        assertThat(seats.count("state = 'CONFIRMED'", edition)).isGreaterThan(10);
        assertThat(seats.taken(edition)).isNotEqualTo(seats.count("state = 'CONFIRMED'", edition));
    }

    @Test
    void an_edition_without_a_waiting_list_refuses_all_who_come_after_the_last_seat() throws InterruptedException {
        long edition = seats.anEdition(10, false);

        List<Object> outcomes = SeatsDatabase.atOnce(rush(edition, seats.persons(RUSH)));

        assertThat(outcomes.stream().filter(SeatAllocation.Allotted.class::isInstance))
                .hasSize(10);
        assertThat(outcomes.stream().filter(EnrolmentRefused.Full.class::isInstance))
                .hasSize(RUSH - 10);
        assertThat(seats.count("true", edition)).isEqualTo(10);
    }

    @Test
    void clicking_64_times_with_one_key_makes_one_enrolment_and_answers_it_each_time() throws InterruptedException {
        long edition = seats.anEdition(10, true);
        long person = seats.persons(1).get(0);
        String key = UUID.randomUUID().toString();

        List<Object> outcomes =
                SeatsDatabase.atOnce(Collections.<Callable<?>>nCopies(RUSH, () -> seats.enrol(edition, person, key)));

        assertThat(outcomes).allMatch(SeatAllocation.Allotted.class::isInstance);
        assertThat(outcomes.stream()
                        .map(SeatAllocation.Allotted.class::cast)
                        .map(a -> a.enrolment().getUuid())
                        .distinct())
                .hasSize(1);
        assertThat(outcomes.stream().filter(o -> !((SeatAllocation.Allotted) o).repeated()))
                .hasSize(1);
        assertThat(seats.taken(edition)).isEqualTo(1);
    }

    @Test
    void clicking_64_times_on_the_very_last_seat_is_never_told_that_it_is_full() throws InterruptedException {
        long edition = seats.anEdition(1, false);
        long person = seats.persons(1).get(0);

        List<Object> outcomes = SeatsDatabase.atOnce(
                Collections.<Callable<?>>nCopies(RUSH, () -> seats.enrol(edition, person, "last-seat")));

        assertThat(outcomes).allMatch(SeatAllocation.Allotted.class::isInstance);
        assertThat(seats.taken(edition)).isEqualTo(1);
    }

    @Test
    void clicking_64_times_without_a_key_makes_one_enrolment_and_refuses_the_others() throws InterruptedException {
        long edition = seats.anEdition(10, true);
        long person = seats.persons(1).get(0);

        List<Object> outcomes =
                SeatsDatabase.atOnce(Collections.<Callable<?>>nCopies(RUSH, () -> seats.enrol(edition, person, null)));

        assertThat(outcomes.stream().filter(EnrolmentRefused.AlreadyEnrolled.class::isInstance))
                .hasSize(RUSH - 1);
        assertThat(seats.taken(edition)).isEqualTo(1);
    }

    @Test
    void a_key_that_was_used_for_another_edition_is_refused() {
        long first = seats.anEdition(10, true);
        long second = seats.anEdition(10, true);
        long person = seats.persons(1).get(0);
        seats.enrol(first, person, "k-1");

        assertThatThrownBy(() -> seats.enrol(second, person, "k-1")).isInstanceOf(EnrolmentRefused.KeyReused.class);
        assertThat(seats.taken(second)).isZero();
    }

    @Test
    void one_key_for_two_editions_at_the_same_moment_makes_one_enrolment() throws InterruptedException {
        long person = seats.persons(1).get(0);
        List<Long> editions =
                IntStream.range(0, 16).mapToObj(i -> seats.anEdition(10, true)).toList();

        List<Object> outcomes = SeatsDatabase.atOnce(editions.stream()
                .<Callable<?>>map(edition -> () -> seats.enrol(edition, person, "k-many"))
                .toList());

        assertThat(outcomes.stream().filter(EnrolmentRefused.KeyReused.class::isInstance))
                .hasSize(15);
        assertThat(editions.stream().mapToInt(seats::taken).sum()).isEqualTo(1);
    }

    @Test
    void who_waits_longest_gets_the_seat_that_somebody_gives_back() {
        long edition = seats.anEdition(2, true);
        List<UUID> made = seats.persons(5).stream()
                .map(person -> seats.enrol(edition, person, null).enrolment().getUuid())
                .toList();

        assertThat(promotedBy(made.get(0))).containsExactly(made.get(2));
        assertThat(promotedBy(made.get(3))).as("who waited gives no seat back").isEmpty();
        assertThat(promotedBy(made.get(1))).containsExactly(made.get(4));
        assertThat(promotedBy(made.get(2))).as("nobody waits any more").isEmpty();
        assertThat(seats.taken(edition)).isEqualTo(1);
        assertThat(seats.cancel(made.get(0)).done()).as("cancelling again").isFalse();
        assertThat(seats.taken(edition)).isEqualTo(1);
    }

    @Test
    void more_seats_are_filled_from_the_waiting_list_in_order() {
        long edition = seats.anEdition(1, true);
        List<UUID> made = seats.persons(5).stream()
                .map(person -> seats.enrol(edition, person, null).enrolment().getUuid())
                .toList();
        seats.run("update crm.seat_count set capacity = 3 where edition_id = ?", edition);

        List<UUID> promoted = seats.inTransaction(em -> new SeatAllocation(em, SeatsDatabase.CLOCK)
                .promote(em.find(Edition.class, edition), null).stream()
                        .map(Enrolment::getUuid)
                        .toList());

        assertThat(promoted).containsExactly(made.get(1), made.get(2));
        assertThat(seats.taken(edition)).isEqualTo(3);
        assertThat(seats.places(edition)).containsExactly(3, 4);
    }

    @Test
    void who_waits_sees_the_rank_and_not_the_number_that_was_given_out() {
        long edition = seats.anEdition(1, true);
        List<UUID> made = seats.persons(4).stream()
                .map(person -> seats.enrol(edition, person, null).enrolment().getUuid())
                .toList();
        seats.cancel(made.get(1));

        assertThat(positionOf(made.get(2))).isEqualTo(1);
        assertThat(positionOf(made.get(3))).isEqualTo(2);
        assertThat(positionOf(made.get(0))).isNull();
    }

    @Test
    void an_edition_that_is_cancelled_loses_all_enrolments_and_keeps_no_seat() {
        long edition = seats.anEdition(2, true);
        seats.persons(4).forEach(person -> seats.enrol(edition, person, null));

        int ended = seats.inTransaction(em -> new SeatAllocation(em, SeatsDatabase.CLOCK)
                .cancelAll(em.find(Edition.class, edition), null, null)
                .size());

        assertThat(ended).isEqualTo(4);
        assertThat(seats.count("state = 'CANCELLED' and fee_cents = 0", edition))
                .isEqualTo(4);
        assertThat(seats.taken(edition)).isZero();
    }

    @Test
    void enrolling_and_cancelling_at_the_same_moment_keeps_every_seat_accounted_for() throws InterruptedException {
        long edition = seats.anEdition(8, true);
        List<UUID> early = seats.persons(16).stream()
                .map(person -> seats.enrol(edition, person, null).enrolment().getUuid())
                .toList();
        List<Callable<?>> works = new ArrayList<>();
        early.forEach(uuid -> works.add(() -> seats.cancel(uuid)));
        works.addAll(rush(edition, seats.persons(16)));
        Collections.shuffle(works, new Random(7));

        List<Object> outcomes = SeatsDatabase.atOnce(works);

        assertThat(outcomes).noneMatch(Throwable.class::isInstance);
        assertThat(seats.count("state = 'CANCELLED'", edition)).isEqualTo(16);
        assertThat(seats.count("state = 'CONFIRMED'", edition)).isEqualTo(8);
        assertThat(seats.taken(edition)).isEqualTo(8);
        assertThat(seats.places(edition)).hasSize(8).doesNotHaveDuplicates();
        assertThat(seats.number("select last_place from crm.seat_count where edition_id = ?", edition))
                .as("every place that was given out was given to somebody")
                .isEqualTo(seats.number(
                        "select count(*) from crm.enrolment_event v join crm.enrolment e on e.id = v.enrolment_id"
                                + " where e.edition_id = ? and v.what = 'WAITLISTED'",
                        edition));
    }

    private static List<Callable<?>> rush(long edition, List<Long> persons) {
        List<Callable<?>> works = new ArrayList<>();
        for (long person : persons) {
            works.add(() -> seats.enrol(edition, person, UUID.randomUUID().toString()));
        }
        return works;
    }

    private static List<UUID> promotedBy(UUID cancelled) {
        return seats.cancel(cancelled).promoted().stream()
                .map(Enrolment::getUuid)
                .toList();
    }

    private static Integer positionOf(UUID uuid) {
        return seats.inTransaction(em -> new SeatAllocation(em, SeatsDatabase.CLOCK)
                .positionOf(em.createQuery("select e from Enrolment e where e.uuid = :uuid", Enrolment.class)
                        .setParameter("uuid", uuid)
                        .getSingleResult()));
    }
}
