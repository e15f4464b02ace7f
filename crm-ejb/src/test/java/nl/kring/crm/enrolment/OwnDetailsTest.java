package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody changes of the own enrolment: who pays, and what was answered. */
class OwnDetailsTest {

    private static final long ORGANISER = 1;
    private static final Payer BUDGET = new Payer(PayerKind.BUDGET, null, "Scholing 2026");

    private static SeatsDatabase database;

    private long edition;
    private long person;
    private UUID enrolment;
    private List<Question> asked;

    @BeforeAll
    static void open() throws Exception {
        database = new SeatsDatabase();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_doctor_who_eats_everything_and_pays() {
        edition = database.anEdition(5, true);
        person = database.persons(1).get(0);
        asked = database.inTransaction(em -> {
            CourseQuestions questions = made(CourseQuestions.class, em, SeatsDatabase.CLOCK, staff());
            questions.ask(
                    database.uuidOf(edition),
                    List.of(
                            new Question(null, QuestionKind.DIET, "Wat eet u niet?", false),
                            new Question(null, QuestionKind.TEXT, "Waarom komt u?", true)));
            em.flush();
            return questions.of(database.uuidOf(edition));
        });
        enrolment = database.inTransaction(em -> SelfService.of(em, person)
                .enrol(
                        database.uuidOf(edition),
                        new EnrolmentWish(null, null, null, answers(null, "nieuwsgierig"), Map.of(), null, null))
                .uuid());
    }

    @Test
    void who_pays_and_what_is_answered_is_changed_the_price_stays_and_the_story_tells() {
        database.run("update crm.edition set price_cents = 99900 where id = ?", edition);

        change(BUDGET, answers("noten", "nieuwsgierig"));

        OwnEnrolment now = own();
        assertThat(now.payer()).isEqualTo(BUDGET);
        assertThat(now.priceCents()).isEqualTo(12_500);
        assertThat(now.answers()).containsEntry(asked.get(0).uuid(), "noten").hasSize(2);
        assertThat(database.story(enrolment)).containsExactly("CONFIRMED", "PAYER_CHANGED", "ANSWERS_CHANGED");
        assertThat(database.number(
                        "select count(*) from crm.enrolment_event where account_id = ? and reason is null", person))
                .as("told by whom, and never what somebody eats")
                .isEqualTo(3);
        change(BUDGET, answers("noten", "nieuwsgierig"));
        assertThat(database.story(enrolment)).as("nothing was changed").hasSize(3);
        change(null, answers(null, "om de koffie"));
        assertThat(own().payer().kind()).isEqualTo(PayerKind.SELF);
        assertThat(own().answers()).containsExactly(Map.entry(asked.get(1).uuid(), "om de koffie"));
    }

    @Test
    void what_has_to_be_answered_stays_answered_and_what_cannot_be_kept_is_refused() {
        for (Map<UUID, String> answers :
                List.of(answers("noten", " "), answers("noten", null), answers("mijn nummer is 111222333", "daarom"))) {
            assertThatThrownBy(() -> change(null, answers)).isInstanceOf(InvalidInputException.class);
        }
        assertThat(own().answers()).containsValue("nieuwsgierig").hasSize(1);
    }

    @Test
    void an_organisation_pays_by_the_word_of_who_works_there_alone() {
        UUID practice = UUID.randomUUID();
        long id = person + 700_000;
        database.run(
                "insert into crm.organisation (id, uuid, name, kind, participant, created_at) values (?, ?, 'Praktijk', 'PRACTICE', false, ?)",
                id,
                practice,
                SeatsDatabase.NOW);
        Payer pays = new Payer(PayerKind.PRACTICE, practice, null);

        assertThatThrownBy(() -> change(pays, answers(null, "daarom")))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("enrolment-payer-own"));
        database.run(
                "insert into crm.affiliation (id, uuid, person_id, organisation_id, role, created_at) values (?, gen_random_uuid(), ?, ?, 'EMPLOYEE', ?)",
                id + 1,
                person,
                id,
                SeatsDatabase.NOW);
        change(pays, answers(null, "daarom"));
        assertThat(own().payerName()).isEqualTo("Praktijk");
        database.run("update crm.affiliation set valid_to = date '2026-09-30' where id = ?", id + 1);
        change(new Payer(PayerKind.PRACTICE, practice, "PO-1"), answers(null, "daarom"));
        assertThat(own().payer().reference())
                .as("who pays already goes on paying")
                .isEqualTo("PO-1");
    }

    @Test
    void where_the_employer_pays_or_it_was_invoiced_who_pays_stands() {
        database.run("update crm.edition set in_company = true where id = ?", edition);
        assertThat(own().payable()).isFalse();
        assertThatThrownBy(() -> change(BUDGET, answers("noten", "daarom")))
                .isInstanceOf(EnrolmentRefused.CompanyPays.class);
        change(null, answers("noten", "daarom"));
        assertThat(own().answers()).as("the diet can be changed").hasSize(2);

        database.run("update crm.edition set in_company = false where id = ?", edition);
        assertThat(own().payable()).isTrue();
        invoice();
        assertThat(own().payable()).isFalse();
        assertThatThrownBy(() -> change(BUDGET, answers("noten", "daarom")))
                .isInstanceOf(EnrolmentRefused.Invoiced.class);
    }

    @Test
    void once_it_has_begun_or_ended_nothing_is_changed_any_more() {
        Clock begun = Clock.fixed(SeatsDatabase.START, ZoneOffset.UTC);
        assertThatThrownBy(() -> with(person, begun, details -> details.of(enrolment)))
                .isInstanceOf(EnrolmentRefused.Started.class);
        long version = own().version();
        Clock justBefore = Clock.fixed(SeatsDatabase.START.minus(Duration.ofSeconds(1)), ZoneOffset.UTC);
        with(person, justBefore, details -> {
            details.change(new OwnDetails.Change(enrolment, version, BUDGET, answers(null, "daarom")));
            return null;
        });
        assertThat(mine().upcoming()).extracting(EnrolmentLine::changeable).containsExactly(true);

        database.cancel(enrolment);
        assertThatThrownBy(() -> own()).isInstanceOf(EnrolmentRefused.Ended.class);
        assertThat(mine().past()).extracting(EnrolmentLine::changeable).containsExactly(false);
    }

    @Test
    void nobody_else_changes_it_neither_do_staff_who_come_by_as_a_professional() {
        long other = database.persons(1).get(0);
        long version = own().version();
        CurrentUser colleague = new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(new Identity(
                        other,
                        UUID.randomUUID(),
                        "a@example.nl",
                        "A",
                        "nl",
                        other,
                        ORGANISER,
                        EnumSet.of(Role.PROFESSIONAL, Role.STAFF)));
            }
        };
        for (CurrentUser caller : List.of(SelfService.caller(other), colleague)) {
            assertThatThrownBy(() -> database.inTransaction(em -> {
                        details(em, caller, SeatsDatabase.CLOCK)
                                .change(new OwnDetails.Change(enrolment, version, BUDGET, Map.of()));
                        return null;
                    }))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void of_two_who_change_the_same_at_once_one_is_told_to_look_again() throws Exception {
        long version = own().version();
        List<Object> outcomes = SeatsDatabase.atOnce(Stream.of("PO-1", "PO-2")
                .map(reference -> (Callable<Object>) () -> with(person, SeatsDatabase.CLOCK, details -> {
                    details.change(new OwnDetails.Change(
                            enrolment, version, new Payer(PayerKind.BUDGET, null, reference), answers(null, "daarom")));
                    return "kept";
                }))
                .toList());

        assertThat(outcomes).filteredOn("kept"::equals).hasSize(1);
        assertThat(outcomes).filteredOn(EditConflictException.class::isInstance).hasSize(1);
    }

    private void invoice() {
        long id = person + 800_000;
        database.run(
                "insert into crm.invoicing (id, uuid, organisation_id, invoiced_on, made_at) values (?, gen_random_uuid(), ?, date '2026-10-01', ?)",
                id,
                ORGANISER,
                SeatsDatabase.NOW);
        database.run(
                "insert into crm.invoice_line (id, uuid, invoicing_id, enrolment_id, position, kind, amount_cents, vat_exempt, vat_cents)"
                        + " select ?, gen_random_uuid(), ?, e.id, 1, 'PRICE', 12500, true, 0 from crm.enrolment e where e.uuid = ?",
                id + 1,
                id,
                enrolment);
    }

    private Map<UUID, String> answers(String diet, String why) {
        Map<UUID, String> answers = new java.util.HashMap<>();
        answers.put(asked.get(0).uuid(), diet);
        answers.put(asked.get(1).uuid(), why);
        return answers;
    }

    private OwnEnrolment own() {
        return with(person, SeatsDatabase.CLOCK, details -> details.of(enrolment));
    }

    private MyEnrolments mine() {
        return database.inTransaction(em -> SelfService.of(em, person).mine());
    }

    private void change(Payer payer, Map<UUID, String> answers) {
        with(person, SeatsDatabase.CLOCK, details -> {
            details.change(
                    new OwnDetails.Change(enrolment, details.of(enrolment).version(), payer, answers));
            return null;
        });
    }

    private static <T> T with(long person, Clock clock, Function<OwnDetails, T> work) {
        return database.inTransaction(em -> work.apply(details(em, SelfService.caller(person), clock)));
    }

    private static OwnDetails details(EntityManager em, CurrentUser caller, Clock clock) {
        return made(OwnDetails.class, em, clock, caller);
    }

    private static CurrentUser staff() {
        Identity identity = new Identity(
                null, UUID.randomUUID(), "s@example.nl", "S", "nl", null, ORGANISER, EnumSet.of(Role.STAFF));
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(identity);
            }
        };
    }
}
