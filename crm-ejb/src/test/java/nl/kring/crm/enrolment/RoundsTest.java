package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.kring.crm.database.Wired;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several who are decided in one transaction each get what they would have got alone. */
class RoundsTest {

    private static SeatsDatabase seats;

    private long number;
    private UUID edition;
    private Map<UUID, Long> people;
    private List<UUID> persons;

    @BeforeAll
    static void open() throws Exception {
        seats = new SeatsDatabase();
    }

    @AfterAll
    static void close() throws Exception {
        seats.close();
    }

    @Test
    void seats_and_places_go_in_the_order_of_asking() {
        anEdition(2, true, 5);

        List<Verdict<EnrolmentAnswer>> verdicts = round(own(0), own(1), own(2), own(3), own(4));

        assertThat(verdicts)
                .extracting(each -> each.orRefuse().state().name())
                .containsExactly("CONFIRMED", "CONFIRMED", "WAITLISTED", "WAITLISTED", "WAITLISTED");
        assertThat(verdicts).extracting(each -> each.orRefuse().position()).containsExactly(null, null, 1, 2, 3);
        assertThat(seats.taken(number)).isEqualTo(2);
        assertThat(seats.places(number)).containsExactly(1, 2, 3);
        assertThat(round(own(0)))
                .singleElement()
                .satisfies(again -> assertThat(again.refused()).isInstanceOf(EnrolmentRefused.AlreadyEnrolled.class));
    }

    @Test
    void each_has_a_story_a_mail_and_a_line_of_the_audit_in_the_own_name() {
        anEdition(1, true, 3);
        int before = seats.number("select count(*) from crm.audit_entry where action = 'enrolment.asked'");

        round(own(0), own(1), own(2));

        assertThat(seats.number(
                        "select count(distinct v.account_id) from crm.enrolment_event v join crm.enrolment e on e.id = v.enrolment_id where e.edition_id = ?",
                        number))
                .isEqualTo(3);
        assertThat(seats.number(
                        "select count(distinct person_id) from crm.message where kind in ('enrolment-confirmed', 'enrolment-waitlisted') and person_id in (select person_id from crm.enrolment where edition_id = ?)",
                        number))
                .isEqualTo(3);
        assertThat(seats.number("select count(*) from crm.audit_entry where action = 'enrolment.asked'"))
                .isEqualTo(before + 3);
        assertThat(seats.number(
                        "select count(*) from crm.audit_entry where subject_uuid = ? and detail = ? and account_id = ?",
                        edition,
                        "person " + persons.get(1),
                        people.get(persons.get(1))))
                .isEqualTo(1);
    }

    @Test
    void who_is_refused_leaves_nothing_and_stands_in_nobodys_way() {
        anEdition(1, false, 5);
        seats.run("update crm.person set profession = 'PHARMACIST' where id = ?", people.get(persons.get(0)));
        seats.run(
                "insert into crm.course_audience (course_id, profession) select course_id, 'GP' from crm.edition where id = ?",
                number);
        EnrolmentRound.Asking stranger = new EnrolmentRound.Asking(
                caller(people.get(persons.get(1))), EnrolmentWish.of(persons.get(2), "other"));
        EnrolmentRound.Asking nobody =
                new EnrolmentRound.Asking(admin(), EnrolmentWish.of(UUID.randomUUID(), "unknown"));
        EnrolmentRound.Asking withoutPerson = new EnrolmentRound.Asking(admin(), EnrolmentWish.of(null, "none"));

        List<Verdict<EnrolmentAnswer>> verdicts = round(own(0), stranger, nobody, withoutPerson, own(3), own(4));

        assertThat(verdicts.get(0).refused()).isInstanceOf(EnrolmentRefused.class);
        assertThat(verdicts.get(1).refused()).isInstanceOf(NotAllowedException.class);
        assertThat(verdicts.get(2).refused()).isInstanceOf(NotFoundException.class);
        assertThat(verdicts.get(3).refused()).isInstanceOf(InvalidInputException.class);
        assertThat(verdicts.get(4).orRefuse().state()).isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(verdicts.get(5).refused()).isInstanceOf(EnrolmentRefused.Full.class);
        assertThat(seats.count("true", number)).isEqualTo(1);
        assertThat(seats.taken(number)).isEqualTo(1);
        assertThat(seats.number("select count(*) from crm.audit_entry where subject_uuid = ?", edition))
                .isEqualTo(1);
        assertThat(seats.number("select count(*) from crm.enrolment_key where edition_id = ?", number))
                .isEqualTo(1);
    }

    @Test
    void a_draft_is_there_for_who_manages_it_and_for_nobody_else_of_the_round() {
        anEdition(3, true, 2);
        seats.run("update crm.edition set state = 'CONCEPT', published_at = null where id = ?", number);

        List<Verdict<EnrolmentAnswer>> verdicts =
                round(own(0), new EnrolmentRound.Asking(admin(), EnrolmentWish.of(persons.get(1), "draft")));

        assertThat(verdicts.get(0).refused()).isInstanceOf(NotFoundException.class);
        assertThat(verdicts.get(1).refused()).isInstanceOf(EnrolmentRefused.NotPublished.class);
    }

    @Test
    void who_asked_before_with_the_same_key_is_told_the_same_among_others() {
        anEdition(1, true, 3);
        EnrolmentAnswer first = round(asking(0, "the-key")).get(0).orRefuse();

        List<Verdict<EnrolmentAnswer>> verdicts = round(own(1), asking(0, "the-key"), own(2));

        assertThat(verdicts.get(1).orRefuse()).isEqualTo(first);
        assertThat(verdicts.get(2).orRefuse().position()).isEqualTo(2);
        assertThat(round(own(0)).get(0).refused())
                .as("another key")
                .isInstanceOf(EnrolmentRefused.AlreadyEnrolled.class);
    }

    /** Who is enrolled by staff and by himself at the same moment shows only when both are written, which ends the round. */
    @Test
    void a_round_that_one_of_them_ends_is_undone_and_each_is_decided_alone() {
        anEdition(2, true, 3);
        List<Integer> sizes = new ArrayList<>();
        EnrolmentQueue queue = seats.anotherQueue(sizes::add);
        EnrolmentRound.Asking byStaff =
                new EnrolmentRound.Asking(admin(), EnrolmentWish.of(persons.get(0), "by-staff"));

        List<Verdict<EnrolmentAnswer>> verdicts = queue.decide(edition, List.of(own(0), byStaff, own(1), own(2)));

        assertThat(verdicts.get(0).orRefuse().state()).isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(verdicts.get(1).refused()).isInstanceOf(EnrolmentRefused.AlreadyEnrolled.class);
        assertThat(verdicts.get(2).orRefuse().state()).isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(verdicts.get(3).orRefuse().position()).isEqualTo(1);
        assertThat(sizes).as("no round but of one was committed").containsExactly(1, 1, 1);
        assertThat(seats.taken(number)).isEqualTo(2);
        assertThat(seats.places(number)).containsExactly(1);
    }

    @Test
    void a_price_that_went_up_is_the_matter_of_one_and_takes_no_seat() {
        anEdition(2, true, 4);
        EnrolmentRound.Asking saw = new EnrolmentRound.Asking(
                caller(people.get(persons.get(0))),
                EnrolmentWish.of(null, "saw").with(new PriceWish(null, 5_000)));

        List<Verdict<EnrolmentAnswer>> verdicts = round(saw, own(1), own(2), own(3));

        assertThat(verdicts.get(0).refused())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("price-changed");
        assertThat(verdicts.subList(1, 4))
                .extracting(each -> each.orRefuse().state().name())
                .containsExactly("CONFIRMED", "CONFIRMED", "WAITLISTED");
        assertThat(seats.taken(number)).isEqualTo(2);
        assertThat(seats.places(number)).containsExactly(1);
    }

    @Test
    void two_wishes_for_one_person_keep_what_each_of_them_was_shown() {
        anEdition(2, true, 1);
        EnrolmentRound.Asking byName = new EnrolmentRound.Asking(
                caller(people.get(persons.get(0))), EnrolmentWish.of(UUID.randomUUID(), "unknown"));
        EnrolmentRound.Asking saw = new EnrolmentRound.Asking(
                caller(people.get(persons.get(0))),
                EnrolmentWish.of(persons.get(0), "saw").with(new PriceWish(null, 5_000)));

        List<Verdict<EnrolmentAnswer>> verdicts = round(byName, saw);

        assertThat(verdicts.get(0).refused()).isInstanceOf(NotFoundException.class);
        assertThat(verdicts.get(1).refused()).hasMessageContaining("price-changed");
        assertThat(seats.count("true", number)).isZero();
    }

    @Test
    void when_the_database_is_away_a_round_hears_so_at_once_and_is_not_tried_one_by_one() {
        anEdition(3, true, 3);
        List<Integer> tried = new ArrayList<>();
        EnrolmentQueue queue = Wired.made(EnrolmentQueue.class, new EnrolmentRounds() {
            @Override
            public void decide(UUID of, Round asked) {
                tried.add(1);
                throw new PersistenceException(new SQLException("away", "08006"));
            }
        });

        assertThatThrownBy(() -> queue.decide(edition, List.of(own(0), own(1), own(2))))
                .isInstanceOf(PersistenceException.class);
        assertThat(tried).hasSize(1);
    }

    @Test
    void nobody_of_a_round_that_was_not_committed_is_told_that_it_was() throws Exception {
        anEdition(3, true, 6);
        EnrolmentQueue queue = seats.anotherQueue(size -> {
            throw new IllegalStateException("the power went off");
        });

        List<Object> outcomes = SeatsDatabase.atOnce(persons.stream()
                .map(person -> (Callable<?>) () -> queue.enrol(edition, own(persons.indexOf(person))))
                .toList());

        assertThat(outcomes).hasSize(6).allMatch(IllegalStateException.class::isInstance);
        assertThat(seats.count("true", number)).isZero();
        assertThat(seats.taken(number)).isZero();
    }

    @Test
    void two_servers_with_double_clicks_and_repeats_sell_each_seat_once_and_decide_many_in_few_rounds()
            throws Exception {
        anEdition(20, true, 120);
        long again = seats.again(number, 20);
        UUID other = seats.uuidOf(again);
        Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
        List<EnrolmentQueue> servers = List.of(seats.anotherQueue(sizes::add), seats.anotherQueue(sizes::add));
        List<Callable<?>> works = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            EnrolmentRound.Asking asking = own(i);
            works.add(() -> servers.get(0).enrol(edition, asking));
            works.add(() -> servers.get(1).enrol(edition, asking));
            if (i % 3 == 0) {
                EnrolmentRound.Asking also = own(i);
                works.add(() -> servers.get(1).enrol(other, also));
            }
        }
        Collections.shuffle(works, new Random(3));

        List<Object> outcomes = SeatsDatabase.atOnce(works);

        assertThat(outcomes.stream().filter(Throwable.class::isInstance))
                .allMatch(EnrolmentRefused.SeatInRepeat.class::isInstance);
        assertThat(seats.count("state = 'CONFIRMED'", number)).isEqualTo(20);
        assertThat(seats.taken(number)).isEqualTo(20);
        assertThat(seats.taken(again)).isEqualTo(seats.count("state = 'CONFIRMED'", again));
        assertThat(seats.places(number)).doesNotHaveDuplicates().hasSize(seats.count("state = 'WAITLISTED'", number));
        assertThat(seats.number("""
                select count(*) from (select person_id from crm.enrolment where edition_id in (?, ?) and state = 'CONFIRMED'
                                       group by person_id having count(*) > 1) twice""", number, again)).isZero();
        assertThat(seats.number(
                        "select count(*) - count(distinct person_id) from crm.enrolment where edition_id = ?", number))
                .isZero();
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(3 * sizes.size());
    }

    private void anEdition(int capacity, boolean waitingList, int howMany) {
        number = seats.anEdition(capacity, waitingList);
        edition = seats.uuidOf(number);
        people = seats.mailed(howMany);
        persons = List.copyOf(people.keySet());
    }

    /** As in one round, committed. */
    private List<Verdict<EnrolmentAnswer>> round(EnrolmentRound.Asking... askings) {
        return seats.inTransaction(em -> made(EnrolmentRound.class, em, SeatsDatabase.CLOCK, SelfService.caller(0L))
                .decide(edition, List.of(askings)));
    }

    private EnrolmentRound.Asking own(int who) {
        return asking(who, UUID.randomUUID().toString());
    }

    private EnrolmentRound.Asking asking(int who, String key) {
        return SelfService.asking(people.get(persons.get(who)), key);
    }

    private static Identity caller(Long person) {
        return SelfService.caller(person).identity().orElseThrow();
    }

    private static Identity admin() {
        return new Identity(
                9L, UUID.randomUUID(), "b@example.nl", "B", "nl", null, null, EnumSet.of(Role.PLATFORM_ADMIN));
    }
}
