package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.registry.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the screens read. */
class EnrolmentListsTest {

    private static SeatsDatabase database;

    @BeforeAll
    static void open() throws IOException {
        database = new SeatsDatabase();
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
    }

    @Test
    void somebody_sees_where_there_is_a_seat_and_which_place_the_waiting_list_has() {
        List<Long> persons = database.persons(4);
        long withSeat = database.anEdition(4, true);
        long withoutSeat = database.anEdition(1, true);
        persons.forEach(person -> database.enrol(withSeat, person, null));
        List<UUID> queue = persons.stream()
                .map(person ->
                        database.enrol(withoutSeat, person, null).enrolment().getUuid())
                .toList();
        database.cancel(queue.get(1));

        MyEnrolments mine = read(SeatsDatabase.CLOCK, lists -> lists.of(persons.get(3)));

        assertThat(mine.upcoming()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("Astma");
            assertThat(line.organiser()).isEqualTo("Nascholing Oost");
            assertThat(line.position()).isNull();
            assertThat(line.feeNowCents()).isZero();
        });
        assertThat(mine.waiting())
                .singleElement()
                .satisfies(line -> assertThat(line.position()).isEqualTo(2));
        assertThat(mine.past()).isEmpty();
    }

    @Test
    void what_was_cancelled_and_what_is_over_stands_with_the_past() {
        long person = database.persons(1).get(0);
        long edition = database.anEdition(1, true);
        long cancelled = database.anEdition(1, true);
        database.enrol(edition, person, null);
        database.cancel(database.enrol(cancelled, person, null).enrolment().getUuid());

        assertThat(read(SeatsDatabase.CLOCK, lists -> lists.of(person)).past())
                .extracting(EnrolmentLine::state)
                .containsExactly(EnrolmentState.CANCELLED);
        Clock afterwards = Clock.fixed(SeatsDatabase.START.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        assertThat(read(afterwards, lists -> lists.of(person)).past()).hasSize(2);
    }

    @Test
    void who_has_something_else_at_that_time_is_warned_and_staff_see_that_it_is_so() {
        long person = database.persons(1).get(0);
        long astma = database.anEdition(5, true);
        long other = database.anEdition(5, true);
        long later = database.anEdition(5, true);
        database.aSession(astma, SeatsDatabase.START, Duration.ofHours(2));
        database.aSession(other, SeatsDatabase.START.plus(Duration.ofHours(1)), Duration.ofHours(2));
        database.aSession(later, SeatsDatabase.START.plus(Duration.ofHours(2)), Duration.ofHours(2));
        database.enrol(astma, person, null);

        assertThat(offered(other, person).overlaps())
                .extracting(EnrolmentOffer.Overlap::title, EnrolmentOffer.Overlap::startsAt)
                .containsExactly(org.assertj.core.api.Assertions.tuple("Astma", SeatsDatabase.START));
        assertThat(offered(later, person).overlaps())
                .as("one after the other is no overlap")
                .isEmpty();
        assertThat(participant(astma).elsewhere()).isFalse();
        database.enrol(other, person, null);
        assertThat(participant(astma).elsewhere()).isTrue();
    }

    private static Participant participant(long edition) {
        return database.inTransaction(
                        em -> new EnrolmentLists(em, SeatsDatabase.CLOCK).participants(em.find(Edition.class, edition)))
                .confirmed()
                .get(0);
    }

    private static EnrolmentOffer offered(long edition, long person) {
        return database.inTransaction(em -> {
            Edition found = em.find(Edition.class, edition);
            return new EnrolmentLists(em, SeatsDatabase.CLOCK)
                    .offer(
                            found,
                            EditionFacts.of(em, found),
                            em.find(Person.class, person),
                            new Addressee(person, "A", null, "nl"),
                            null);
        });
    }

    @Test
    void the_list_of_participants_has_names_first_and_the_waiting_list_in_order() {
        long edition = database.anEdition(2, true);
        List<UUID> made = database.persons(5).stream()
                .map(person -> database.enrol(edition, person, null).enrolment().getUuid())
                .toList();
        database.cancel(made.get(2));

        ParticipantList list = database.inTransaction(
                em -> new EnrolmentLists(em, SeatsDatabase.CLOCK).participants(em.find(Edition.class, edition)));

        assertThat(list.capacity()).isEqualTo(2);
        assertThat(list.confirmed()).extracting(Participant::uuid).containsExactly(made.get(0), made.get(1));
        assertThat(list.waiting()).extracting(Participant::uuid).containsExactly(made.get(3), made.get(4));
        assertThat(list.waiting()).extracting(Participant::position).containsExactly(1, 2);
        assertThat(list.confirmed().get(0).email()).as("nobody has an address").isNull();
    }

    @Test
    void the_offer_says_beforehand_that_it_will_be_the_waiting_list_or_why_it_cannot_be() {
        long edition = database.anEdition(1, true);
        List<Long> persons = database.persons(3);
        database.enrol(edition, persons.get(0), null);
        UUID waiting = database.enrol(edition, persons.get(1), null).enrolment().getUuid();

        EnrolmentOffer newcomer = offer(edition, persons.get(2));
        assertThat(newcomer.full()).isTrue();
        assertThat(newcomer.waiting()).isEqualTo(1);
        assertThat(newcomer.refusal()).isNull();

        EnrolmentOffer again = offer(edition, persons.get(1));
        assertThat(again.refusal()).isEqualTo("enrolment-already");
        assertThat(again.enrolment()).isEqualTo(waiting);
    }

    @Test
    void an_edition_and_an_enrolment_are_found_by_their_uuid() {
        long edition = database.anEdition(1, true);
        UUID enrolment = database.enrol(edition, database.persons(1).get(0), null)
                .enrolment()
                .getUuid();

        Enrolment found =
                read(SeatsDatabase.CLOCK, lists -> lists.enrolment(enrolment).orElseThrow());
        boolean unknown = read(
                SeatsDatabase.CLOCK, lists -> lists.edition(UUID.randomUUID()).isEmpty());

        assertThat(found.getState()).isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(unknown).isTrue();
    }

    @Test
    void the_mail_goes_to_the_account_before_the_register_and_never_to_what_is_no_address() {
        List<Long> persons = database.persons(3);
        database.run(
                "update crm.person set email = 'register@example.nl' where id in (?, ?)",
                persons.get(0),
                persons.get(1));
        database.run("update crm.person set email = 'bel mij, x@example.nl' where id = ?", persons.get(2));
        database.run(
                "insert into crm.account (id, uuid, email, display_name, language, person_id, created_at) values (?, ?, 'eigen@example.nl', 'X', 'en', ?, ?)",
                persons.get(0) + 50_000,
                UUID.randomUUID(),
                persons.get(0),
                SeatsDatabase.NOW);

        List<Addressee> found = database.inTransaction(em -> persons.stream()
                .map(id -> Addressees.of(em, List.of(id)).get(id))
                .toList());

        assertThat(found).extracting(Addressee::email).containsExactly("eigen@example.nl", "register@example.nl", null);
        assertThat(found).extracting(Addressee::language).containsExactly("en", "nl", "nl");
    }

    private static EnrolmentOffer offer(long edition, long person) {
        return database.inTransaction(em -> {
            Edition found = em.find(Edition.class, edition);
            return new EnrolmentLists(em, SeatsDatabase.CLOCK)
                    .offer(
                            found,
                            EditionFacts.of(em, found),
                            em.find(Person.class, person),
                            new Addressee(person, "X", null, "nl"),
                            null);
        });
    }

    private static <T> T read(Clock clock, Function<EnrolmentLists, T> question) {
        return database.inTransaction(em -> question.apply(new EnrolmentLists(em, clock)));
    }
}
