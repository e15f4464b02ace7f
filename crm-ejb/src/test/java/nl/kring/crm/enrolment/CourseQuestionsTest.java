package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.made;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a course asks of who enrols, who pays, and the number that is missing. */
class CourseQuestionsTest {

    private static final long ORGANISER = 1;

    private static SeatsDatabase database;

    private long edition;
    private UUID uuid;
    private long person;

    @BeforeAll
    static void open() throws Exception {
        database = new SeatsDatabase();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void an_edition_and_a_doctor() {
        edition = database.anEdition(5, true);
        uuid = uuid("select uuid from crm.edition where id = " + edition);
        person = database.persons(1).get(0);
    }

    @Test
    void who_enrols_answers_what_is_required_and_staff_may_leave_it_open() {
        List<Question> asked = ask(
                new Question(null, QuestionKind.DIET, "Wat eet u niet?", false),
                new Question(null, QuestionKind.CONSENT, "Ik ga akkoord met foto’s", false));

        assertThat(asked).extracting(Question::required).containsExactly(false, true);
        assertThatThrownBy(() -> enrol(myself(), wish(Map.of())))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("Ik ga akkoord met foto’s"));
        assertThatThrownBy(() -> enrol(myself(), wish(Map.of(asked.get(1).uuid(), "false"))))
                .isInstanceOf(InvalidInputException.class);
        enrol(myself(), wish(Map.of(asked.get(0).uuid(), "noten", asked.get(1).uuid(), "true")));

        assertThat(answers()).isEqualTo(2);
        person = database.persons(1).get(0);
        enrol(staff(), new EnrolmentWish(personUuid(), null, null, Map.of(), Map.of(), null, "belde"));
        assertThat(database.count("note = 'belde'", edition)).isEqualTo(1);
    }

    @Test
    void an_answer_that_cannot_be_kept_is_refused_by_its_question() {
        List<Question> asked = ask(new Question(null, QuestionKind.TEXT, "Waarom komt u?", false));

        for (String answer : List.of("x".repeat(501), "\u0007", "mijn nummer is 111222333")) {
            assertThatThrownBy(() -> enrol(myself(), wish(Map.of(asked.get(0).uuid(), answer))))
                    .isInstanceOfSatisfying(InvalidInputException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("enrolment-answer");
                        assertThat(refusal.arguments()).containsExactly("Waarom komt u?");
                    });
        }
    }

    @Test
    void what_is_asked_no_more_keeps_its_answers() {
        List<Question> asked = ask(new Question(null, QuestionKind.TEXT, "Waarom komt u?", true));
        enrol(myself(), wish(Map.of(asked.get(0).uuid(), "nieuwsgierig")));

        assertThat(ask(asked.get(0), new Question(null, QuestionKind.YES_NO, "Eet u mee?", false)))
                .as("the same question stays the same one")
                .extracting(Question::uuid)
                .startsWith(asked.get(0).uuid());
        assertThat(ask(new Question(null, QuestionKind.YES_NO, "Eet u mee?", false)))
                .hasSize(1);
        assertThat(answers()).isEqualTo(1);
    }

    @Test
    void others_neither_ask_nor_are_told_that_there_is_something_to_ask() {
        CurrentUser other = caller(null, null, 999L, Role.STAFF);

        assertThatThrownBy(() -> with(other, em -> {
                    questions(em, other).ask(uuid, List.of());
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void diets_are_forgotten_thirty_days_after_the_last_session_and_other_answers_stay() {
        List<Question> asked = ask(
                new Question(null, QuestionKind.DIET, "Wat eet u niet?", false),
                new Question(null, QuestionKind.TEXT, "Waarom komt u?", false));
        enrol(myself(), wish(Map.of(asked.get(0).uuid(), "noten", asked.get(1).uuid(), "nieuwsgierig")));
        Instant end = SeatsDatabase.START.plus(Duration.ofHours(2));

        forget(end.plus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(answers()).isEqualTo(2);
        forget(end.plus(Duration.ofDays(30)));
        assertThat(answers()).isEqualTo(1);
    }

    @Test
    void the_practice_pays_with_a_reference_and_a_care_group_says_which() {
        enrol(
                myself(),
                new EnrolmentWish(
                        null,
                        null,
                        new Payer(PayerKind.PRACTICE, null, " PO-77 "),
                        Map.of(),
                        Map.of(),
                        null,
                        "geheim"));

        assertThat(database.count("payer_kind = 'PRACTICE' and payer_reference = 'PO-77'", edition))
                .isEqualTo(1);
        assertThat(database.count("note is not null", edition))
                .as("only staff keep notes")
                .isZero();
        person = database.persons(1).get(0);
        assertThatThrownBy(() -> enrol(
                        myself(),
                        new EnrolmentWish(
                                null,
                                null,
                                new Payer(PayerKind.CARE_GROUP, null, null),
                                Map.of(),
                                Map.of(),
                                null,
                                null)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_number_that_is_missing_in_a_register_that_counts_the_points_is_asked_once() {
        database.run(
                "insert into crm.accreditation (id, uuid, course_id, scheme_code, points)"
                        + " select ?, gen_random_uuid(), course_id, 'RGS-HA', 2 from crm.edition where id = ?",
                edition + 5_000_000,
                edition);

        said("birthName", "Jansen");
        said("profession", "GP");

        assertThat(offer().numbers())
                .extracting(EnrolmentOffer.NeededNumber::code)
                .containsExactly("RGS-HA");
        assertThatThrownBy(() -> enrol(myself(), numbers("12345678901")))
                .as("a number that fails its check is refused")
                .isInstanceOf(InvalidInputException.class);
        assertThat(database.count("true", edition)).as("and nobody is enrolled").isZero();
        enrol(myself(), numbers("39054148101"));

        assertThat(offer().profession()).isEqualTo(Profession.GP);
        assertThat(offer().numbers()).isEmpty();
    }

    private void said(String field, String value) {
        database.run(
                "insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at)"
                        + " values (nextval('crm.entity_seq'), gen_random_uuid(), ?, ?, ?, ?, ?)",
                person,
                field,
                value,
                ORGANISER,
                SeatsDatabase.NOW);
    }

    @Test
    void who_enrols_says_to_meet_what_the_course_asks_for() {
        database.terms(edition, "prerequisites", true);
        enrol(myself(), wish(Map.of()));
        assertThat(database.count("true", edition))
                .as("nothing is asked that nobody wrote down")
                .isEqualTo(1);
        database.run(
                "insert into crm.course_profile (id, uuid, course_id, prerequisites)"
                        + " select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 'BLS' from crm.edition where id = ?",
                edition);
        person = database.persons(1).get(0);

        assertThat(offer().prerequisites()).isEqualTo("BLS");
        assertThatThrownBy(() -> enrol(myself(), wish(Map.of()))).isInstanceOf(InvalidInputException.class);
        enrol(myself(), new EnrolmentWish(null, null, null, Map.of(), Map.of(), null, null, PriceWish.NONE, true));
        assertThat(database.count("true", edition)).isEqualTo(2);
    }

    @Test
    void nobody_but_staff_gives_a_seat_beyond_the_last_one() {
        assertThatThrownBy(() -> enrol(
                        myself(), new EnrolmentWish(null, null, null, Map.of(), Map.of(), "ik wil zo graag", null)))
                .isInstanceOf(NotAllowedException.class);
    }

    private List<Question> ask(Question... questions) {
        return with(staff(), em -> {
            questions(em, staff()).ask(uuid, List.of(questions));
            em.flush();
            return questions(em, staff()).of(uuid);
        });
    }

    private EnrolmentOffer offer() {
        return with(myself(), em -> enrolments(em, myself()).offer(uuid, null));
    }

    private void enrol(CurrentUser caller, EnrolmentWish wish) {
        with(caller, em -> enrolments(em, caller).enrol(uuid, wish));
    }

    private static EnrolmentWish wish(Map<UUID, String> answers) {
        return new EnrolmentWish(null, null, null, new HashMap<>(answers), Map.of(), null, null);
    }

    private static EnrolmentWish numbers(String number) {
        return new EnrolmentWish(null, null, null, Map.of(), Map.of("RGS-HA", number), null, null);
    }

    private int answers() {
        return database.number(
                "select count(*) from crm.enrolment_answer a join crm.enrolment e on e.id = a.enrolment_id where e.edition_id = ?",
                edition);
    }

    private void forget(Instant now) {
        with(staff(), em -> {
            wired(new AnswerClock(), em, Clock.fixed(now, ZoneOffset.UTC)).look();
            return null;
        });
    }

    private CurrentUser myself() {
        return caller(person, person, null, Role.PROFESSIONAL);
    }

    private static CurrentUser staff() {
        return caller(null, null, ORGANISER, Role.STAFF);
    }

    private static CurrentUser caller(Long account, Long person, Long organisation, Role role) {
        Identity identity = new Identity(
                account, UUID.randomUUID(), "a@example.nl", "A", "nl", person, organisation, EnumSet.of(role));
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(identity);
            }
        };
    }

    private UUID personUuid() {
        return uuid("select uuid from crm.person where id = " + person);
    }

    private static UUID uuid(String query) {
        return database.inTransaction(
                em -> (UUID) em.createNativeQuery(query, UUID.class).getSingleResult());
    }

    private static <T> T with(CurrentUser caller, Function<EntityManager, T> work) {
        return database.inTransaction(work);
    }

    private static CourseQuestions questions(EntityManager em, CurrentUser caller) {
        return made(CourseQuestions.class, em, SeatsDatabase.CLOCK, caller);
    }

    private static Enrolments enrolments(EntityManager em, CurrentUser caller) {
        return Enrolling.enrolments(em, caller, SeatsDatabase.CLOCK);
    }
}
