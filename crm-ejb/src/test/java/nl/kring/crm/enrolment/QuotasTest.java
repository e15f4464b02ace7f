package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Seats that are kept for some, not more than so many for some, and members first. */
class QuotasTest {

    private static final Instant LATER = SeatsDatabase.NOW.plusSeconds(7 * 86_400);

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
    void kept_seats_stay_empty_for_those_they_are_for() {
        long edition = seats.anEdition(5, true);
        seats.quota(edition, QuotaKind.KEPT, Profession.PN, 2, null);

        List<UUID> doctors = enrolled(edition, seats.persons(5, Profession.GP));
        List<UUID> nurses = enrolled(edition, seats.persons(3, Profession.PN));

        assertThat(doctors)
                .extracting(seats::state)
                .containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED", "WAITLISTED", "WAITLISTED");
        assertThat(nurses).extracting(seats::state).containsExactly("CONFIRMED", "CONFIRMED", "WAITLISTED");
        assertThat(reason(doctors.get(3))).isEqualTo(WaitingReason.FULL);
    }

    @Test
    void who_waits_because_free_seats_are_kept_for_others_is_told_so() {
        long edition = seats.anEdition(3, true);
        seats.quota(edition, QuotaKind.KEPT, Profession.PN, 2, null);

        List<UUID> doctors = enrolled(edition, seats.persons(2, Profession.GP));

        assertThat(reason(doctors.get(1))).isEqualTo(WaitingReason.KEPT_FOR_OTHERS);
    }

    @Test
    void seats_can_be_kept_for_the_members_of_an_organisation() {
        long edition = seats.anEdition(2, true);
        long quota = seats.quota(edition, QuotaKind.KEPT, Profession.GP, 1, null);
        seats.run("update crm.seat_quota set professions = null, members_of_id = 1 where id = ?", quota);
        List<Long> members = seats.persons(2, Profession.PN);
        seats.join(members);

        List<UUID> others = enrolled(edition, seats.persons(2, Profession.GP));

        assertThat(others).extracting(seats::state).containsExactly("CONFIRMED", "WAITLISTED");
        assertThat(reason(others.get(1))).isEqualTo(WaitingReason.KEPT_FOR_OTHERS);
        assertThat(enrolled(edition, members)).extracting(seats::state).containsExactly("CONFIRMED", "WAITLISTED");
    }

    @Test
    void those_they_are_for_also_take_other_seats_when_theirs_are_gone() {
        long edition = seats.anEdition(3, true);
        seats.quota(edition, QuotaKind.KEPT, Profession.PN, 2, null);

        assertThat(enrolled(edition, seats.persons(4, Profession.PN)))
                .extracting(seats::state)
                .containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED", "WAITLISTED");
    }

    @Test
    void kept_seats_that_nobody_took_become_everybodys() {
        long edition = seats.anEdition(3, true);
        seats.quota(edition, QuotaKind.KEPT, Profession.PN, 2, LATER);
        List<UUID> doctors = enrolled(edition, seats.persons(4, Profession.GP));
        enrolled(edition, seats.persons(1, Profession.PN));

        seats.turn(edition, at(LATER.minusSeconds(1)));
        assertThat(doctors)
                .extracting(seats::state)
                .containsExactly("CONFIRMED", "WAITLISTED", "WAITLISTED", "WAITLISTED");
        seats.turn(edition, at(LATER));

        assertThat(doctors)
                .extracting(seats::state)
                .containsExactly("CONFIRMED", "CONFIRMED", "WAITLISTED", "WAITLISTED");
        assertThat(seats.taken(edition)).isEqualTo(3);
    }

    @Test
    void not_more_than_so_many_of_some() {
        long edition = seats.anEdition(10, true);
        seats.quota(edition, QuotaKind.AT_MOST, Profession.PHARMACIST, 2, null);

        List<UUID> pharmacists = enrolled(edition, seats.persons(3, Profession.PHARMACIST));

        assertThat(pharmacists).extracting(seats::state).containsExactly("CONFIRMED", "CONFIRMED", "WAITLISTED");
        assertThat(reason(pharmacists.get(2))).isEqualTo(WaitingReason.LIMIT_REACHED);
        assertThat(enrolled(edition, seats.persons(1, Profession.GP)))
                .extracting(seats::state)
                .containsExactly("CONFIRMED");
    }

    @Test
    void a_seat_goes_back_to_those_it_was_kept_for() {
        long edition = seats.anEdition(3, true);
        seats.quota(edition, QuotaKind.KEPT, Profession.PN, 1, null);
        UUID nurse = enrolled(edition, seats.persons(1, Profession.PN)).get(0);
        List<UUID> doctors = enrolled(edition, seats.persons(3, Profession.GP));
        UUID second = enrolled(edition, seats.persons(1, Profession.PN)).get(0);

        seats.cancel(nurse);

        assertThat(seats.state(doctors.get(2)))
                .as("waits longer, but it is not for doctors")
                .isEqualTo("WAITLISTED");
        assertThat(seats.state(second)).isEqualTo("CONFIRMED");
        assertThat(seats.number("select taken from crm.seat_quota where edition_id = ?", edition))
                .isEqualTo(1);
    }

    @Test
    void at_the_edge_of_a_quota_a_rush_takes_exactly_what_is_kept_and_what_is_not() throws InterruptedException {
        long edition = seats.anEdition(20, true);
        seats.quota(edition, QuotaKind.KEPT, Profession.PN, 5, null);
        seats.quota(edition, QuotaKind.AT_MOST, Profession.PHARMACIST, 3, null);
        List<Callable<?>> works = new ArrayList<>();
        List.of(Profession.GP, Profession.PN, Profession.PHARMACIST)
                .forEach(profession -> seats.persons(24, profession)
                        .forEach(person -> works.add(() -> seats.enrol(edition, person, null))));
        Collections.shuffle(works, new Random(3));

        assertThat(SeatsDatabase.atOnce(works)).allMatch(SeatAllocation.Allotted.class::isInstance);

        assertThat(seats.taken(edition)).isEqualTo(20);
        assertThat(seats.count("state = 'CONFIRMED'", edition)).isEqualTo(20);
        assertThat(confirmed(edition, Profession.PN)).isGreaterThanOrEqualTo(5);
        assertThat(confirmed(edition, Profession.PHARMACIST)).isLessThanOrEqualTo(3);
        assertThat(seats.number("select sum(taken) from crm.seat_quota where edition_id = ?", edition))
                .isEqualTo(seats.count("state = 'CONFIRMED' and quota_id is not null", edition));
    }

    /** The negative control: without quotas the same rush leaves nothing for those it was kept for. */
    @Test
    void without_a_quota_who_comes_first_takes_it_all() {
        long edition = seats.anEdition(20, true);

        enrolled(edition, seats.persons(24, Profession.GP));
        enrolled(edition, seats.persons(5, Profession.PN));

        assertThat(confirmed(edition, Profession.PN)).isZero();
    }

    @Test
    void members_of_the_organiser_go_first_until_a_day_even_when_they_come_later() {
        long edition = seats.anEdition(3, true);
        seats.terms(edition, "members_until", LATER);
        List<Long> others = seats.persons(3, Profession.GP);
        List<Long> members = seats.persons(2, Profession.GP);
        seats.join(members);

        List<UUID> waiting = enrolled(edition, others);
        List<UUID> seated = enrolled(edition, members);

        assertThat(waiting).extracting(seats::state).containsOnly("WAITLISTED");
        assertThat(reason(waiting.get(0))).isEqualTo(WaitingReason.MEMBERS_FIRST);
        assertThat(seated).extracting(seats::state).containsOnly("CONFIRMED");
        seats.turn(edition, at(LATER));
        assertThat(waiting).extracting(seats::state).containsExactly("CONFIRMED", "WAITLISTED", "WAITLISTED");
    }

    @Test
    void a_member_of_whose_practice_belongs_to_the_organiser_is_one_of_them() {
        long edition = seats.anEdition(3, true);
        seats.terms(edition, "members_until", LATER);
        long person = seats.persons(1, Profession.GP).get(0);
        seats.run("""
            insert into crm.organisation (id, uuid, code, name, kind, participant, created_at)
            values (?, gen_random_uuid(), ?, 'Praktijk De Es', 'PRACTICE', false, ?)""", person + 1_000_000, "P" + person, SeatsDatabase.NOW);
        seats.run("""
            insert into crm.affiliation (id, uuid, person_id, organisation_id, role, created_at)
            values (?, gen_random_uuid(), ?, ?, 'PRACTICE_OWNER', ?)""", person + 1_000_000, person, person + 1_000_000, SeatsDatabase.NOW);
        assertThat(seats.state(enrolled(edition, List.of(person)).get(0))).isEqualTo("WAITLISTED");
        seats.run("""
            insert into crm.membership (id, uuid, holder_id, organisation_id, kind, created_at)
            values (?, gen_random_uuid(), ?, 1, 'CONTRACT', ?)""", person + 1_000_000, person + 1_000_000, SeatsDatabase.NOW);

        assertThat(seats.turn(edition, SeatsDatabase.CLOCK)).hasSize(1);
    }

    @Test
    void a_seat_beyond_the_last_one_is_counted_apart_and_says_why() {
        long edition = seats.anEdition(1, true);
        enrolled(edition, seats.persons(2));

        UUID extra = extra(edition, seats.persons(1).get(0), "is de inleider");

        assertThat(seats.state(extra)).isEqualTo("CONFIRMED");
        assertThat(seats.taken(edition)).isEqualTo(1);
        assertThat(seats.number("select extra from crm.seat_count where edition_id = ?", edition))
                .isEqualTo(1);
        assertThat(seats.number(
                        "select count(*) from crm.enrolment_event v join crm.enrolment e on e.id = v.enrolment_id"
                                + " where e.edition_id = ? and v.reason = 'is de inleider'",
                        edition))
                .isEqualTo(1);
        assertThat(seats.cancel(extra).promoted())
                .as("nobody gets a seat that there is not")
                .isEmpty();
        assertThat(seats.number("select extra from crm.seat_count where edition_id = ?", edition))
                .isZero();
        assertThat(seats.taken(edition)).isEqualTo(1);
    }

    @Test
    void where_staff_decide_a_request_has_no_seat_until_they_say_yes() {
        long edition = seats.anEdition(1, true);
        seats.terms(edition, "approval", true);
        List<UUID> made = enrolled(edition, seats.persons(3));

        assertThat(made).extracting(seats::state).containsOnly("REQUESTED");
        assertThat(seats.taken(edition)).isZero();
        assertThat(approve(made.get(1))).isTrue();
        assertThat(approve(made.get(1))).as("again").isFalse();
        approve(made.get(0));

        assertThat(made).extracting(seats::state).containsExactly("WAITLISTED", "CONFIRMED", "REQUESTED");
    }

    private static boolean approve(UUID enrolment) {
        return seats.with(enrolment, SeatsDatabase.CLOCK, (allocation, found) -> allocation.approve(found, null));
    }

    private static UUID extra(long edition, long person, String reason) {
        return seats.inTransaction(em -> new SeatAllocation(em, SeatsDatabase.CLOCK)
                .allot(
                        new Enrolment(
                                em.find(Edition.class, edition),
                                em.find(Person.class, person),
                                null,
                                null,
                                SeatsDatabase.NOW),
                        new SeatAllocation.Claim(null, null, true, reason))
                .enrolment()
                .getUuid());
    }

    private static int confirmed(long edition, Profession profession) {
        return seats.count(
                "state = 'CONFIRMED' and person_id in (select id from crm.person where profession = '" + profession
                        + "')",
                edition);
    }

    private static WaitingReason reason(UUID enrolment) {
        return seats.inTransaction(em -> new WaitingReasons(em, SeatsDatabase.NOW).of(enrolment));
    }

    private static List<UUID> enrolled(long edition, List<Long> persons) {
        return persons.stream()
                .map(person -> seats.enrol(edition, person, null).enrolment().getUuid())
                .toList();
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }
}
