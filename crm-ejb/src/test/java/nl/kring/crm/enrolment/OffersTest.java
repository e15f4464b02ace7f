package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.EditionMoved;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A seat that comes free is held for who waits longest, for so many working hours; then for the next. */
class OffersTest {

    /** NOW is a Thursday at ten in the morning in Amsterdam; two working days later is Monday at ten. */
    private static final Instant UNTIL = Instant.parse("2026-10-05T08:00:00Z");

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
    void what_comes_free_is_held_for_who_waits_longest() {
        long edition = offering(1);
        List<UUID> made = enrolled(edition, 3);

        seats.cancel(made.get(0));

        assertThat(seats.state(made.get(1))).isEqualTo("OFFERED");
        assertThat(seats.state(made.get(2))).isEqualTo("WAITLISTED");
        assertThat(seats.taken(edition)).as("it is held").isEqualTo(1);
        assertThat(until(made.get(1))).isEqualTo(UNTIL);
    }

    @Test
    void who_says_yes_in_time_has_the_seat_and_saying_it_again_changes_nothing() {
        long edition = offering(1);
        List<UUID> made = enrolled(edition, 2);
        seats.cancel(made.get(0));

        assertThat(accept(made.get(1), UNTIL.minusSeconds(1))).isTrue();
        assertThat(accept(made.get(1), UNTIL.plusSeconds(60))).isFalse();
        assertThat(seats.state(made.get(1))).isEqualTo("CONFIRMED");
        assertThat(seats.taken(edition)).isEqualTo(1);
        assertThat(seats.story(made.get(1))).containsExactly("WAITLISTED", "OFFERED", "ACCEPTED");
    }

    @Test
    void who_says_yes_too_late_hears_that_it_is_over() {
        long edition = offering(1);
        List<UUID> made = enrolled(edition, 2);
        seats.cancel(made.get(0));

        assertThatThrownBy(() -> accept(made.get(1), UNTIL)).isInstanceOf(EnrolmentRefused.OfferOver.class);
        assertThatThrownBy(() -> accept(enrolled(edition, 1).get(0), UNTIL.minusSeconds(1)))
                .as("nothing was offered")
                .isInstanceOf(EnrolmentRefused.OfferOver.class);
    }

    @Test
    void an_offer_that_is_not_taken_goes_to_the_next_and_costs_nothing() {
        long edition = offering(1);
        List<UUID> made = enrolled(edition, 3);
        seats.cancel(made.get(0));

        seats.turn(edition, at(UNTIL.minusSeconds(1)));
        assertThat(seats.state(made.get(1))).as("still in time").isEqualTo("OFFERED");
        seats.turn(edition, at(UNTIL));

        assertThat(seats.state(made.get(1))).isEqualTo("CANCELLED");
        assertThat(seats.count("state = 'CANCELLED' and fee_cents > 0", edition))
                .isZero();
        assertThat(seats.state(made.get(2))).isEqualTo("OFFERED");
        assertThat(seats.taken(edition)).isEqualTo(1);
        assertThat(seats.story(made.get(1))).containsExactly("WAITLISTED", "OFFERED", "OFFER_EXPIRED");
    }

    @Test
    void who_says_no_leaves_it_to_the_next() {
        long edition = offering(1);
        List<UUID> made = enrolled(edition, 3);
        seats.cancel(made.get(0));

        seats.with(made.get(1), SeatsDatabase.CLOCK, SeatAllocation::leave);

        assertThat(seats.state(made.get(1))).isEqualTo("CANCELLED");
        assertThat(seats.state(made.get(2))).isEqualTo("OFFERED");
        assertThatThrownBy(() -> {
                    accept(made.get(2), UNTIL.minusSeconds(1));
                    seats.with(made.get(2), SeatsDatabase.CLOCK, SeatAllocation::leave);
                })
                .as("a sure seat is not left by a link")
                .isInstanceOf(EnrolmentRefused.SeatIsSure.class);
    }

    @Test
    void a_seat_that_nobody_has_is_not_held_for_who_leaves_the_list() {
        long edition = offering(1);
        List<UUID> made = enrolled(edition, 3);
        seats.run("update crm.seat_count set capacity = 2 where edition_id = ?", edition);

        seats.with(made.get(1), SeatsDatabase.CLOCK, SeatAllocation::leave);

        assertThat(seats.state(made.get(1))).isEqualTo("CANCELLED");
        assertThat(seats.state(made.get(2))).isEqualTo("OFFERED");
        assertThat(seats.story(made.get(1))).containsExactly("WAITLISTED", "LEFT");
    }

    @Test
    void within_three_days_of_the_start_nobody_is_asked() {
        long edition = offering(1);
        List<UUID> made = enrolled(edition, 2);
        Instant late = SeatsDatabase.START.minus(72, ChronoUnit.HOURS);

        seats.with(made.get(0), at(late), (allocation, enrolment) -> allocation.cancel(enrolment, null));

        assertThat(seats.state(made.get(1))).isEqualTo("CONFIRMED");
    }

    @Test
    void an_offer_ends_three_days_before_the_start_at_the_latest() {
        long edition = offering(1);
        List<UUID> made = enrolled(edition, 2);
        Instant justBefore = SeatsDatabase.START.minus(73, ChronoUnit.HOURS);

        seats.with(made.get(0), at(justBefore), (allocation, enrolment) -> allocation.cancel(enrolment, null));

        assertThat(until(made.get(1))).isEqualTo(SeatsDatabase.START.minus(72, ChronoUnit.HOURS));
    }

    @Test
    void saying_yes_while_the_offer_ends_gives_the_seat_to_exactly_one() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            long edition = offering(1);
            List<UUID> made = enrolled(edition, 3);
            seats.cancel(made.get(0));
            UUID offered = made.get(1);

            List<Callable<?>> works = new ArrayList<>();
            works.add(() -> accept(offered, UNTIL.minusSeconds(1)));
            works.add(() -> seats.turn(edition, at(UNTIL)));
            works.add(() -> seats.with(
                    offered, at(UNTIL.minusSeconds(1)), (allocation, enrolment) -> allocation.cancel(enrolment, null)));
            SeatsDatabase.atOnce(works);

            assertThat(seats.count("state in ('CONFIRMED', 'OFFERED')", edition))
                    .isEqualTo(1);
            assertThat(seats.taken(edition)).isEqualTo(1);
        }
    }

    @Test
    void promoting_by_hand_and_by_the_clock_at_the_same_moment_gives_each_seat_once() throws InterruptedException {
        long edition = offering(10);
        enrolled(edition, 40);
        seats.run("update crm.seat_count set capacity = 25 where edition_id = ?", edition);

        List<Callable<?>> works = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            works.add(() -> seats.turn(edition, SeatsDatabase.CLOCK).size());
        }
        List<Object> outcomes = SeatsDatabase.atOnce(works);

        assertThat(outcomes.stream().mapToInt(Integer.class::cast).sum()).isEqualTo(15);
        assertThat(seats.count("state = 'OFFERED'", edition)).isEqualTo(15);
        assertThat(seats.taken(edition)).isEqualTo(25);
        assertThat(seats.places(edition)).first().isEqualTo(16);
    }

    @Test
    void who_opens_the_link_of_the_mail_leaves_the_list_and_the_seat_goes_to_the_next() {
        long edition = offering(1);
        List<UUID> made = enrolled(edition, 4);
        seats.cancel(made.get(0));
        String offered = link(made.get(1));
        String waiting = link(made.get(3));

        leave(waiting);
        assertThat(seats.state(made.get(3))).isEqualTo("CANCELLED");
        leave(offered);
        leave(offered);
        assertThat(seats.state(made.get(1))).isEqualTo("CANCELLED");
        assertThat(seats.state(made.get(2))).isEqualTo("OFFERED");
        assertThat(seats.story(made.get(1))).containsExactly("WAITLISTED", "OFFERED", "LEFT");
        assertThat(seats.count("fee_cents > 0", edition)).isZero();
        assertThatThrownBy(() -> leave(made.get(2) + ".guessed")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_clock_finds_by_itself_what_is_due() {
        long late = offering(1);
        List<UUID> made = enrolled(late, 3);
        seats.cancel(made.get(0));
        long keeping = seats.anEdition(1, true);
        seats.quota(keeping, QuotaKind.KEPT, Profession.PN, 1, UNTIL);
        UUID doctor = enrolled(keeping, 1).get(0);

        look(UNTIL.minusSeconds(1));
        assertThat(seats.state(made.get(1))).isEqualTo("OFFERED");
        assertThat(seats.state(doctor)).isEqualTo("WAITLISTED");
        look(UNTIL);
        assertThat(seats.state(made.get(1))).isEqualTo("CANCELLED");
        assertThat(seats.state(made.get(2))).isEqualTo("OFFERED");
        assertThat(seats.state(doctor)).isEqualTo("CONFIRMED");
    }

    @Test
    void an_edition_that_is_moved_passes_on_what_is_free() {
        long edition = seats.anEdition(1, true);
        List<UUID> made = enrolled(edition, 2);
        seats.run("update crm.seat_count set capacity = 2 where edition_id = ?", edition);

        seats.inTransaction(em -> {
            made(EditionNews.class, em, SeatsDatabase.CLOCK, AgendaDatabase.visitor())
                    .tellMoved(new EditionMoved(edition, null, null, List.of(), null));
            return null;
        });
        assertThat(made).extracting(seats::state).containsExactly("CONFIRMED", "CONFIRMED");
    }

    @Test
    void what_happened_to_an_enrolment_is_never_written_over() {
        enrolled(offering(1), 1);
        for (String statement :
                List.of("update crm.enrolment_event set what = 'X'", "delete from crm.enrolment_event")) {
            assertThatThrownBy(() -> seats.run(statement)).hasStackTraceContaining("permission denied");
        }
    }

    private static void look(Instant moment) {
        seats.inTransaction(em -> {
            made(SeatClock.class, em, at(moment), AgendaDatabase.visitor()).look();
            return null;
        });
    }

    /** What stands in the link of the last mail. */
    private static String link(UUID enrolment) {
        String link = seats.with(enrolment, SeatsDatabase.CLOCK, (allocation, found) -> EnrolmentLinks.newLink(found));
        return link.substring(link.indexOf('=') + 1);
    }

    private static void leave(String token) {
        seats.inTransaction(em -> {
            made(EnrolmentLinks.class, em, SeatsDatabase.CLOCK, AgendaDatabase.visitor())
                    .leave(token);
            return null;
        });
    }

    private static long offering(int capacity) {
        long edition = seats.anEdition(capacity, true);
        seats.terms(edition, "offer_hours", SeatTerms.OFFER_HOURS);
        return edition;
    }

    private static List<UUID> enrolled(long edition, int number) {
        return seats.persons(number).stream()
                .map(person -> seats.enrol(edition, person, null).enrolment().getUuid())
                .toList();
    }

    private static boolean accept(UUID enrolment, Instant moment) {
        return seats.with(enrolment, at(moment), (allocation, found) -> allocation.accept(found, null));
    }

    private static Instant until(UUID enrolment) {
        return seats.with(enrolment, SeatsDatabase.CLOCK, (allocation, found) -> found.getOfferUntil());
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }
}
