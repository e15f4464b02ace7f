package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A course that is held several times has one seat for each; a seat passes on to a colleague. */
class RepeatsTest {

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
    void who_has_a_seat_gets_no_second_one_when_the_course_is_held_again() {
        long first = seats.anEdition(5, true);
        long second = seats.again(first, 5);
        long person = seats.persons(1).get(0);
        seats.enrol(first, person, null);

        assertThatThrownBy(() -> seats.enrol(second, person, null)).isInstanceOf(EnrolmentRefused.SeatInRepeat.class);
        assertThat(seats.taken(second)).isZero();
    }

    @Test
    void who_waits_at_one_may_take_a_seat_at_the_other_and_is_then_passed_over() {
        long first = seats.anEdition(1, true);
        long second = seats.again(first, 5);
        UUID seated =
                seats.enrol(first, seats.persons(1).get(0), null).enrolment().getUuid();
        List<Long> persons = seats.persons(2);
        UUID passedOver = seats.enrol(first, persons.get(0), null).enrolment().getUuid();
        UUID next = seats.enrol(first, persons.get(1), null).enrolment().getUuid();
        seats.enrol(second, persons.get(0), null);

        seats.cancel(seated);

        assertThat(seats.state(passedOver)).isEqualTo("WAITLISTED");
        assertThat(seats.state(next)).isEqualTo("CONFIRMED");
        assertThat(seats.<WaitingReason>inTransaction(em -> new WaitingReasons(em, SeatsDatabase.NOW).of(passedOver)))
                .isEqualTo(WaitingReason.SEAT_IN_REPEAT);
    }

    @Test
    void last_years_course_does_not_count() {
        long first = seats.anEdition(5, true);
        long second = seats.again(first, 5);
        long person = seats.persons(1).get(0);
        seats.enrol(first, person, null);
        seats.run(
                "update crm.edition set starts_at = ?, ends_at = ? where id = ?",
                SeatsDatabase.NOW.minusSeconds(7_200),
                SeatsDatabase.NOW.minusSeconds(60),
                first);

        assertThat(seats.enrol(second, person, null).enrolment().getState()).isEqualTo(EnrolmentState.CONFIRMED);
    }

    @Test
    void one_person_at_all_repeats_at_the_same_moment_gets_one_seat() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            long first = seats.anEdition(5, true);
            List<Long> repeats =
                    IntStream.range(0, 8).mapToObj(i -> seats.again(first, 5)).toList();
            long person = seats.persons(1).get(0);

            List<Object> outcomes = SeatsDatabase.atOnce(repeats.stream()
                    .<Callable<?>>map(edition -> () -> seats.enrol(edition, person, null))
                    .toList());

            assertThat(outcomes.stream().filter(SeatAllocation.Allotted.class::isInstance))
                    .hasSize(1);
            assertThat(outcomes.stream().filter(EnrolmentRefused.SeatInRepeat.class::isInstance))
                    .hasSize(7);
        }
    }

    @Test
    void a_seat_passes_on_with_its_price_and_nobody_else_moves() {
        long edition = seats.anEdition(1, true);
        UUID gone =
                seats.enrol(edition, seats.persons(1).get(0), null).enrolment().getUuid();
        UUID waiting =
                seats.enrol(edition, seats.persons(1).get(0), null).enrolment().getUuid();
        long colleague = seats.persons(1, Profession.GP).get(0);
        seats.run("update crm.enrolment set price_cents = 99, payer_reference = 'PO-7' where uuid = ?", gone);

        UUID successor = replace(edition, gone, colleague);

        assertThat(seats.state(gone)).isEqualTo("REPLACED");
        assertThat(seats.state(successor)).isEqualTo("CONFIRMED");
        assertThat(seats.state(waiting)).isEqualTo("WAITLISTED");
        assertThat(seats.taken(edition)).isEqualTo(1);
        assertThat(seats.count("price_cents = 99 and payer_reference = 'PO-7' and state = 'CONFIRMED'", edition))
                .isEqualTo(1);
        assertThatThrownBy(() -> replace(edition, waiting, seats.persons(1).get(0)))
                .isInstanceOf(EnrolmentRefused.NoSeat.class);
    }

    private static UUID replace(long edition, UUID gone, long colleague) {
        return seats.inTransaction(em -> {
            Enrolment before = em.createQuery("select e from Enrolment e where e.uuid = :uuid", Enrolment.class)
                    .setParameter("uuid", gone)
                    .getSingleResult();
            Enrolment successor = new Enrolment(
                    em.find(Edition.class, edition), em.find(Person.class, colleague), null, null, SeatsDatabase.NOW);
            new SeatAllocation(em, SeatsDatabase.CLOCK).replace(before, successor, null);
            return successor.getUuid();
        });
    }
}
