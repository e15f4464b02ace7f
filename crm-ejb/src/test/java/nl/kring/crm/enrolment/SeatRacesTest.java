package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import nl.kring.crm.agenda.CapacityChanged;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many at the same moment through the boundaries, with story and mail: what they were told is compared with what is there. Each
 * time the same without the row lock, check first and write later, shows that it is the lock that keeps it so.
 */
class SeatRacesTest {

    private static final int RUSH = 64;
    private static final int CONTROL = 16;

    /** As many as a server's pool has. */
    private static final int CONNECTIONS = 40;

    /** Two working days after NOW. */
    private static final Instant UNTIL = Instant.parse("2026-10-05T08:00:00Z");

    private static SeatsDatabase seats;

    private ClientLog log;
    private long number;
    private UUID edition;
    private Map<UUID, Long> people;

    @BeforeAll
    static void open() throws Exception {
        seats = new SeatsDatabase();
    }

    @AfterAll
    static void close() throws Exception {
        seats.close();
    }

    @BeforeEach
    void a_log() {
        log = new ClientLog();
    }

    @Test
    void the_very_last_seat_goes_to_one_and_the_others_wait_in_order() throws Exception {
        anEdition(1, RUSH);

        List<Object> outcomes = SeatsDatabase.atOnce(rush(people.keySet()));

        assertThat(outcomes).allMatch(EnrolmentAnswer.class::isInstance);
        assertThat(seats.count("state = 'CONFIRMED'", number)).isEqualTo(1);
        assertThat(wrong()).isEmpty();
    }

    @Test
    void without_the_lock_the_last_seat_is_sold_again_and_again() throws Exception {
        anEdition(1, CONTROL);

        SeatsDatabase.atOnce(checkingFirst(people.keySet(), 1));

        assertThat(seats.count("state = 'CONFIRMED'", number)).isGreaterThan(1);
        assertThat(wrong()).anyMatch(each -> each.startsWith("oversold"));
    }

    @Test
    void at_the_edge_of_a_quota_not_one_more_gets_a_seat() throws Exception {
        anEdition(20, RUSH);
        pharmacistsAtMost(3);

        assertThat(SeatsDatabase.atOnce(rush(people.keySet()))).allMatch(EnrolmentAnswer.class::isInstance);

        assertThat(seats.count("state = 'CONFIRMED'", number)).isEqualTo(3);
        assertThat(seats.number("select taken from crm.seat_quota where edition_id = ?", number))
                .isEqualTo(3);
        assertThat(seats.taken(number)).isEqualTo(3);
    }

    @Test
    void without_the_lock_the_edge_of_a_quota_is_passed() throws Exception {
        anEdition(20, CONTROL);
        pharmacistsAtMost(3);

        SeatsDatabase.atOnce(checkingFirst(people.keySet(), 2));

        assertThat(seats.count("state = 'CONFIRMED'", number)).isGreaterThan(3);
        assertThat(seats.taken(number)).isNotEqualTo(seats.count("state = 'CONFIRMED'", number));
    }

    @Test
    void cancelling_raising_and_the_clock_at_once_promote_each_seat_once_and_in_order() throws Exception {
        anEdition(30, 90);
        List<UUID> made = enrolledInOrder();
        seats.run("update crm.seat_count set capacity = 35 where edition_id = ?", number);

        List<Callable<?>> works = new ArrayList<>();
        List<UUID> persons = List.copyOf(people.keySet());
        for (int i = 0; i < 10; i++) {
            works.add(cancel(persons.get(i), made.get(i)));
        }
        for (int i = 0; i < 4; i++) {
            works.add(() -> acting(em -> turn(em, SeatsDatabase.CLOCK)));
            works.add(() -> acting(this::promoteByHand));
        }
        Collections.shuffle(works, new Random(11));
        List<Object> outcomes = SeatsDatabase.atOnce(works);

        assertThat(outcomes).noneMatch(Throwable.class::isInstance);
        assertThat(made.subList(30, 45)).extracting(seats::state).containsOnly("CONFIRMED");
        assertThat(made.subList(45, 90)).extracting(seats::state).containsOnly("WAITLISTED");
        assertThat(wrong()).isEmpty();
    }

    @Test
    void without_the_lock_those_who_promote_give_away_more_than_there_is() throws Exception {
        anEdition(10, 30);
        enrolledInOrder();
        seats.run("update crm.seat_count set capacity = 15 where edition_id = ?", number);
        CyclicBarrier allHaveLooked = new CyclicBarrier(CONTROL);

        SeatsDatabase.atOnce(Collections.<Callable<?>>nCopies(
                CONTROL, () -> acting(em -> promoteByHand(CheckFirst.of(em, 2, allHaveLooked)))));

        assertThat(wrong()).anyMatch(each -> each.startsWith("oversold"));
    }

    @Test
    void whoever_comes_new_while_others_cancel_passes_nobody_who_waits() throws Exception {
        anEdition(8, 64);
        List<UUID> persons = List.copyOf(people.keySet());
        List<UUID> early = new ArrayList<>();
        for (UUID person : persons.subList(0, 24)) {
            early.add(enrol(person).call().uuid());
        }
        List<Callable<?>> works = new ArrayList<>(rush(persons.subList(24, 64)));
        for (int i = 0; i < 8; i++) {
            works.add(cancel(persons.get(i), early.get(i)));
        }
        Collections.shuffle(works, new Random(5));

        assertThat(SeatsDatabase.atOnce(works)).noneMatch(Throwable.class::isInstance);

        assertThat(early.subList(8, 16)).extracting(seats::state).containsOnly("CONFIRMED");
        assertThat(wrong()).isEmpty();
    }

    @Test
    void cancelling_and_saying_yes_while_the_offer_ends_is_one_story_with_one_mail_each() throws Exception {
        for (int round = 0; round < 10; round++) {
            log = new ClientLog();
            UUID offered = anOffer();
            Clock before = Clock.fixed(UNTIL.minusSeconds(1), ZoneOffset.UTC);
            Long person = List.copyOf(people.values()).get(1);

            List<Object> outcomes = SeatsDatabase.atOnce(List.<Callable<?>>of(
                    () -> seats.inTransaction(em -> self(em, person, before).cancel(offered)),
                    () -> seats.inTransaction(em -> self(em, person, before).accept(offered)),
                    () -> acting(em -> turn(em, Clock.fixed(UNTIL, ZoneOffset.UTC)))));

            assertThat(outcomes.stream().filter(Throwable.class::isInstance))
                    .allMatch(EnrolmentRefused.OfferOver.class::isInstance);
            assertThat(seats.count("state in ('CONFIRMED', 'OFFERED')", number)).isEqualTo(1);
            assertThat(wrong()).isEmpty();
        }
    }

    @Test
    void without_the_lock_cancelling_and_the_end_of_the_offer_get_in_each_others_way() throws Exception {
        UUID offered = anOffer();
        Long person = List.copyOf(people.values()).get(1);
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);

        List<Object> outcomes = SeatsDatabase.atOnce(List.<Callable<?>>of(
                () -> seats.inTransaction(em -> self(CheckFirst.of(em, 2, bothHaveLooked), person, SeatsDatabase.CLOCK)
                        .cancel(offered)),
                () -> acting(em -> turn(CheckFirst.of(em, 2, bothHaveLooked), Clock.fixed(UNTIL, ZoneOffset.UTC)))));

        assertThat(outcomes).anyMatch(PersistenceException.class::isInstance);
    }

    @Test
    void one_key_a_thousand_times_at_once_is_one_enrolment_one_event_one_mail_and_one_answer() throws Exception {
        anEdition(1, 1);
        UUID person = people.keySet().iterator().next();
        ClientLog.Asked asked = log.enrols(person);
        Semaphore pool = new Semaphore(CONNECTIONS);

        List<Object> outcomes = SeatsDatabase.atOnce(Collections.<Callable<?>>nCopies(1_000, () -> {
            pool.acquire();
            try {
                return desk().enrol(person, asked.key());
            } finally {
                pool.release();
            }
        }));

        assertThat(outcomes).hasSize(1_000).allMatch(EnrolmentAnswer.class::isInstance);
        assertThat(outcomes.stream().distinct()).hasSize(1);
        assertThat(((EnrolmentAnswer) outcomes.get(0)).state()).isEqualTo(EnrolmentState.CONFIRMED);
        log.told(asked, (EnrolmentAnswer) outcomes.get(0));
        assertThat(seats.taken(number)).isEqualTo(1);
        assertThat(seats.number(
                        "select count(*) from crm.enrolment_event v join crm.enrolment e on e.id = v.enrolment_id"
                                + " where e.edition_id = ?",
                        number))
                .isEqualTo(1);
        assertThat(seats.number("select count(*) from crm.message where person_id = ?", people.get(person)))
                .isEqualTo(1);
        assertThat(wrong()).isEmpty();
    }

    /** There is one enrolment even so, for the database refuses a second one: but the clicks meet an error. */
    @Test
    void without_the_lock_clicking_again_is_not_answered_as_the_first_time() throws Exception {
        anEdition(1, 1);
        UUID person = people.keySet().iterator().next();
        CyclicBarrier allHaveLooked = new CyclicBarrier(CONTROL);

        List<Object> outcomes = SeatsDatabase.atOnce(
                Collections.<Callable<?>>nCopies(CONTROL, () -> checkingFirst(person, "one-key", 1, allHaveLooked)));

        assertThat(outcomes).anyMatch(PersistenceException.class::isInstance);
        assertThat(seats.taken(number)).isEqualTo(1);
    }

    @Test
    void cancelling_with_many_clicks_is_one_cancellation_and_one_promotion() throws Exception {
        anEdition(1, 2);
        List<UUID> made = enrolledInOrder();
        UUID person = people.keySet().iterator().next();

        List<Object> outcomes =
                SeatsDatabase.atOnce(Collections.<Callable<?>>nCopies(CONTROL, cancel(person, made.get(0))));

        assertThat(outcomes).noneMatch(Throwable.class::isInstance);
        assertThat(seats.story(made.get(0))).containsExactly("CONFIRMED", "CANCELLED");
        assertThat(seats.story(made.get(1))).containsExactly("WAITLISTED", "PROMOTED");
        assertThat(wrong()).isEmpty();
    }

    @Test
    void saying_yes_with_many_clicks_is_one_confirmation() throws Exception {
        UUID offered = anOffer();
        Long person = List.copyOf(people.values()).get(1);

        List<Object> outcomes = SeatsDatabase.atOnce(Collections.<Callable<?>>nCopies(
                CONTROL,
                () -> seats.inTransaction(
                        em -> self(em, person, SeatsDatabase.CLOCK).accept(offered))));

        assertThat(outcomes).noneMatch(Throwable.class::isInstance);
        assertThat(seats.story(offered)).containsExactly("WAITLISTED", "OFFERED", "ACCEPTED");
        assertThat(wrong()).isEmpty();
    }

    private void anEdition(int capacity, int persons) {
        number = seats.anEdition(capacity, true);
        edition = seats.uuidOf(number);
        people = seats.mailed(persons);
    }

    private void pharmacistsAtMost(int most) {
        seats.quota(number, QuotaKind.AT_MOST, Profession.PHARMACIST, most, null);
        people.values()
                .forEach(each -> seats.run("update crm.person set profession = 'PHARMACIST' where id = ?", each));
    }

    /** Of three the first has cancelled, so that the second is offered the only seat. */
    private UUID anOffer() throws Exception {
        anEdition(1, 3);
        seats.terms(number, "offer_hours", SeatTerms.OFFER_HOURS);
        List<UUID> made = enrolledInOrder();
        cancel(people.keySet().iterator().next(), made.get(0)).call();
        assertThat(seats.state(made.get(1))).isEqualTo("OFFERED");
        return made.get(1);
    }

    private List<UUID> enrolledInOrder() throws Exception {
        List<UUID> made = new ArrayList<>();
        for (UUID person : people.keySet()) {
            made.add(enrol(person).call().uuid());
        }
        return made;
    }

    private List<Callable<?>> rush(Iterable<UUID> persons) {
        List<Callable<?>> works = new ArrayList<>();
        persons.forEach(person -> works.add(enrol(person)));
        return works;
    }

    private Callable<EnrolmentAnswer> enrol(UUID person) {
        return () -> {
            ClientLog.Asked asked = log.enrols(person);
            EnrolmentAnswer answer = desk().enrol(person, asked.key());
            log.told(asked, answer);
            return answer;
        };
    }

    private Callable<UUID> cancel(UUID person, UUID enrolment) {
        return () -> {
            ClientLog.Asked asked = log.cancels(person, enrolment);
            desk().cancel(person, enrolment);
            log.told(asked, null);
            return enrolment;
        };
    }

    private List<Callable<?>> checkingFirst(Iterable<UUID> persons, int looks) {
        CyclicBarrier allHaveLooked = new CyclicBarrier(people.size());
        List<Callable<?>> works = new ArrayList<>();
        persons.forEach(person -> works.add(() -> {
            ClientLog.Asked asked = log.enrols(person);
            EnrolmentAnswer answer = checkingFirst(person, asked.key(), looks, allHaveLooked);
            log.told(asked, answer);
            return answer;
        }));
        return works;
    }

    private EnrolmentAnswer checkingFirst(UUID person, String key, int looks, CyclicBarrier allHaveLooked) {
        return seats.inTransaction(em -> SelfService.of(CheckFirst.of(em, looks, allHaveLooked), people.get(person))
                .enrol(edition, null, key));
    }

    private SelfService desk() {
        return new SelfService(seats, edition, people);
    }

    private static Enrolments self(EntityManager em, Long person, Clock clock) {
        return Enrolling.enrolments(em, SelfService.caller(person), clock);
    }

    private Object turn(EntityManager em, Clock clock) {
        made(SeatTurn.class, em, clock, SelfService.caller(1L)).take(number);
        return "turned";
    }

    private Object promoteByHand(EntityManager em) {
        made(EditionNews.class, em, SeatsDatabase.CLOCK, SelfService.caller(1L)).promote(new CapacityChanged(number));
        return "promoted";
    }

    private static Object acting(Function<EntityManager, Object> work) {
        return seats.inTransaction(work);
    }

    private List<String> wrong() throws SQLException {
        try (Connection connection = seats.database().asApplication().getConnection()) {
            return Reckoning.of(connection, edition, log);
        }
    }
}
