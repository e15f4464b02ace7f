package nl.kring.crm.enrolment.team;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.made;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.NoAdministrator;
import nl.kring.crm.enrolment.Announcements;
import nl.kring.crm.enrolment.CourseQuestions;
import nl.kring.crm.enrolment.EnrolmentOffer;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.MailPreview;
import nl.kring.crm.enrolment.Question;
import nl.kring.crm.enrolment.QuestionKind;
import nl.kring.crm.enrolment.QuotaKind;
import nl.kring.crm.enrolment.Rehearsal;
import nl.kring.crm.enrolment.Rehearsals;
import nl.kring.crm.enrolment.SeatAgreement;
import nl.kring.crm.enrolment.SeatAgreements;
import nl.kring.crm.enrolment.desk.AppliedLine;
import nl.kring.crm.enrolment.desk.NamedLine;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What would come of enrolling several is told beforehand, and comes true when nobody else is quicker. */
class RehearsalsTest {

    private static AgendaDatabase database;
    private static Long practice;
    private static CurrentUser noord;
    private static CurrentUser manager;
    private static UUID doctor;
    private static UUID secondDoctor;
    private static UUID assistant;
    private static UUID stranger;

    private UUID edition;

    @BeforeAll
    static void two_practices() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        practice = People.practice(database, "Praktijk Een");
        Long elsewhere = People.practice(database, "Praktijk Twee");
        manager = People.acting(null, practice, Role.PRACTICE_MANAGER);
        doctor = People.works(database, "Aalders", Profession.GP, practice, "2020-01-01", null);
        secondDoctor = People.works(database, "Bakker", Profession.GP, practice, "2020-01-01", null);
        assistant = People.works(database, "Claassen", Profession.DOCTORS_ASSISTANT, practice, "2020-01-01", null);
        stranger = People.works(database, "Zwart", Profession.GP, elsewhere, "2020-01-01", null);
        run("update crm.person set email = null where uuid = '" + assistant + "'");
        run("update crm.person set display_name = 'J. (Jan) van der Aalders', big = '39054148101' where uuid = '"
                + doctor + "'");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course_with_one_seat() {
        database.clearAgenda();
        edition = opened(aCourse().seats(1));
    }

    @Test
    void a_list_is_told_line_by_line_a_seat_a_waiting_place_or_a_refusal_and_comes_true() {
        Rehearsal told = rehearsed(doctor, assistant, stranger, secondDoctor);

        assertThat(told.outlooks())
                .extracting(Rehearsal.Outlook::state, Rehearsal.Outlook::position, Rehearsal.Outlook::refusal)
                .containsExactly(
                        tuple(EnrolmentState.CONFIRMED, null, null),
                        tuple(EnrolmentState.WAITLISTED, 1, null),
                        tuple(null, null, "not-found"),
                        tuple(EnrolmentState.WAITLISTED, 2, null));
        assertThat(told.outlooks().get(2).name())
                .as("of who works elsewhere not even the name is told")
                .isNull();
        assertThat(told.outlooks().get(0).cents()).isEqualTo(12_500);
        assertThat(told.mails().letters())
                .extracting(MailPreview.Letter::kind, MailPreview.Letter::count)
                .containsExactly(tuple("enrolment-confirmed", 1), tuple("enrolment-waitlisted", 1));
        assertThat(told.mails().unreached()).containsExactly("Claassen");
        assertThat(count("enrolment") + count("message"))
                .as("nobody is enrolled by asking")
                .isZero();

        assertThat(enrol(doctor, assistant, stranger, secondDoctor))
                .extracting(AppliedLine::state, AppliedLine::position, AppliedLine::refusal)
                .containsExactly(
                        tuple(EnrolmentState.CONFIRMED, null, null),
                        tuple(EnrolmentState.WAITLISTED, 1, null),
                        tuple(null, null, "not-found"),
                        tuple(EnrolmentState.WAITLISTED, 2, null));
        assertThat(rehearsed(doctor).outlooks())
                .extracting(Rehearsal.Outlook::refusal)
                .containsExactly("enrolment-already");
    }

    @Test
    void a_seat_kept_for_others_is_not_promised_and_a_full_course_without_a_list_refuses() {
        agree(noord, edition, kept(Profession.PHARMACIST));
        assertThat(rehearsed(doctor).outlooks())
                .extracting(Rehearsal.Outlook::state)
                .containsExactly(EnrolmentState.WAITLISTED);

        UUID small = opened(aCourse().titled("Klein").seats(1).withoutWaitingList());
        assertThat(of(manager, Rehearsals.class, all -> all.ofTeam(small, List.of(doctor, secondDoctor)))
                        .outlooks())
                .extracting(Rehearsal.Outlook::refusal)
                .containsExactly(null, "enrolment-full");
    }

    @Test
    void staff_are_told_the_same_of_anybody_in_the_register_and_those_of_others_nothing() {
        Rehearsal told = of(noord, Rehearsals.class, all -> all.ofStaff(edition, List.of(stranger, doctor)));

        assertThat(told.outlooks())
                .extracting(Rehearsal.Outlook::state)
                .containsExactly(EnrolmentState.CONFIRMED, EnrolmentState.WAITLISTED);
        assertThatThrownBy(() ->
                        of(database.staffOf("ZUID"), Rehearsals.class, all -> all.ofStaff(edition, List.of(doctor))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_list_names_the_people_of_the_practice_and_nobody_else() {
        List<NamedLine> lines = of(
                manager,
                Teams.class,
                teams -> teams.read(
                        edition,
                        List.of(
                                "Jan van der Aalders",
                                "Dr. J. Aalders;huisarts",
                                "onbekend\t39054148101",
                                "bakker@example.nl",
                                "",
                                "Zwart",
                                "zwart@example.nl",
                                "van der")));

        assertThat(lines)
                .extracting(NamedLine::number, NamedLine::found)
                .containsExactly(
                        tuple(1, NamedLine.Found.ONE),
                        tuple(2, NamedLine.Found.TWICE),
                        tuple(3, NamedLine.Found.TWICE),
                        tuple(4, NamedLine.Found.ONE),
                        tuple(5, NamedLine.Found.NOBODY),
                        tuple(6, NamedLine.Found.NOBODY),
                        tuple(7, NamedLine.Found.NOBODY));
        assertThat(lines.get(3).candidates().get(0).person()).isEqualTo(secondDoctor);
        for (List<String> none : List.of(List.of(" "), List.of("x".repeat(501)))) {
            assertThatThrownBy(() -> of(manager, Teams.class, teams -> teams.read(edition, none)))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void a_manager_answers_what_the_course_asks_and_tells_numbers_but_agrees_to_nothing_for_another() {
        UUID newcomer = People.works(database, "Dekker", Profession.GP, practice, "2020-01-01", null);
        of(noord, CourseQuestions.class, questions -> {
            questions.ask(
                    edition,
                    List.of(
                            new Question(null, QuestionKind.DIET, "Wat eet u niet?", true),
                            new Question(null, QuestionKind.CONSENT, "Foto’s mogen", false)));
            return null;
        });
        UUID diet = of(noord, CourseQuestions.class, questions -> questions.of(edition))
                .get(0)
                .uuid();
        run("insert into crm.accreditation (id, uuid, course_id, scheme_code, points) select nextval('crm.entity_seq'),"
                + " gen_random_uuid(), course_id, 'RGS-HA', 2 from crm.edition where uuid = '" + edition + "'");
        run("insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), p.id, f.field, f.value, o.id, now()"
                + " from crm.person p, crm.organisation o, (values ('birthName', 'Dekker'), ('profession', 'GP')) f (field, value)"
                + " where p.uuid = '" + newcomer + "' and o.code = 'NOORD'");

        assertThat(rehearsed(newcomer).outlooks().get(0).numbers())
                .extracting(EnrolmentOffer.NeededNumber::code)
                .containsExactly("RGS-HA");
        assertThat(applied(wish(newcomer, Map.of(), Map.of())).refusal()).isEqualTo("enrolment-question");
        assertThat(applied(wish(newcomer, Map.of(diet, "noten"), Map.of("RGS-HA", "12345678901")))
                        .refused())
                .isTrue();
        assertThat(count("enrolment")).isZero();
        assertThat(applied(wish(newcomer, Map.of(diet, "noten"), Map.of("RGS-HA", "39054148101")))
                        .state())
                .isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(count("enrolment_answer")).isEqualTo(1);
        assertThat(rehearsed(doctor).outlooks().get(0).numbers())
                .as("who has a number is not asked for it")
                .isEmpty();
    }

    @Test
    void who_would_get_a_seat_by_another_agreement_is_shown_and_nothing_changes() {
        agree(noord, edition, kept(Profession.PHARMACIST));
        enrol(secondDoctor);
        assertThat(states()).containsExactly("WAITLISTED");
        SeatAgreement free = new SeatAgreement(null, null, false, false, null, null, List.of());

        List<Boolean> undone = new ArrayList<>();
        MailPreview shown = shownAndUndone(free, undone);

        assertThat(undone).hasSize(1);
        assertThat(shown.letters())
                .extracting(MailPreview.Letter::kind, MailPreview.Letter::count)
                .containsExactly(tuple("enrolment-promoted", 1));
        assertThat(states()).containsExactly("WAITLISTED");
        agree(noord, edition, free);
        assertThat(states()).containsExactly("CONFIRMED");
        assertThat(shownAndUndone(free, undone).concernsAnybody())
                .as("once more tells nobody")
                .isFalse();
    }

    private MailPreview shownAndUndone(SeatAgreement wish, List<Boolean> undone) {
        class Undone extends RuntimeException {
            private static final long serialVersionUID = 1L;
            private final transient MailPreview shown;

            Undone(MailPreview shown) {
                this.shown = shown;
            }
        }
        try {
            return database.inTransaction(em -> {
                throw new Undone(wired(
                                made(Announcements.class, em, AgendaDatabase.CLOCK, noord),
                                NoAdministrator.context(() -> undone.add(true)))
                        .ofAgreement(edition, wish));
            });
        } catch (Undone undo) {
            return undo.shown;
        }
    }

    private static SeatAgreement kept(Profession profession) {
        return new SeatAgreement(
                null,
                null,
                false,
                false,
                null,
                null,
                List.of(new SeatAgreement.Quota(QuotaKind.KEPT, Set.of(profession), null, 1, 0, null, false)));
    }

    private static void agree(CurrentUser caller, UUID edition, SeatAgreement wish) {
        of(caller, SeatAgreements.class, agreements -> {
            agreements.agree(edition, wish);
            return null;
        });
    }

    private Rehearsal rehearsed(UUID... persons) {
        return of(manager, Rehearsals.class, all -> all.ofTeam(edition, Arrays.asList(persons)));
    }

    private List<AppliedLine> enrol(UUID... persons) {
        return Arrays.stream(persons)
                .map(person -> applied(wish(person, Map.of(), Map.of())))
                .toList();
    }

    /** Each in a transaction of its own, as the container does. */
    private AppliedLine applied(EnrolmentWish wish) {
        List<AppliedLine> applied = new ArrayList<>();
        try {
            of(manager, Teams.class, teams -> {
                applied.addAll(teams.enrol(edition, List.of(wish)));
                if (applied.get(0).refused()) {
                    throw new IllegalStateException("rolls back");
                }
                return null;
            });
        } catch (IllegalStateException rolledBack) {
            assertThat(applied).hasSize(1);
        }
        return applied.get(0);
    }

    private static EnrolmentWish wish(UUID person, Map<UUID, String> answers, Map<String, String> numbers) {
        return new EnrolmentWish(
                person, UUID.randomUUID().toString(), null, answers, numbers, null, null, PriceWish.NONE, false);
    }

    private static UUID opened(ACourse course) {
        return database.published("NOORD", course.wish());
    }

    private static <B, T> T of(CurrentUser caller, Class<B> boundary, Function<B, T> work) {
        return database.inTransaction(em -> {
            T result = work.apply(made(boundary, em, AgendaDatabase.CLOCK, caller));
            em.flush();
            return result;
        });
    }

    private static int count(String table) {
        return database.inTransaction(em -> ((Number) em.createNativeQuery("select count(*) from crm." + table)
                        .getSingleResult())
                .intValue());
    }

    @SuppressWarnings("unchecked")
    private static List<String> states() {
        return database.inTransaction(
                em -> em.createNativeQuery("select state from crm.enrolment order by id", String.class)
                        .getResultList());
    }

    private static void run(String statement) {
        database.change(em -> em.createNativeQuery(statement).executeUpdate());
    }
}
