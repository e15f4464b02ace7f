package nl.kring.crm.enrolment.team;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.enrolment.Enrolling;
import nl.kring.crm.enrolment.EnrolmentRefused;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.HeldSeats;
import nl.kring.crm.enrolment.SeatReservations;
import nl.kring.crm.enrolment.SeatTurn;
import nl.kring.crm.enrolment.TeamSeats;
import nl.kring.crm.enrolment.desk.AppliedLine;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.OwnNumbers;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A practice manager looks after the courses of the own practice, and of no other. */
class TeamsTest {

    private static AgendaDatabase database;
    private static Long practice;
    private static Long elsewhere;
    private static CurrentUser manager;
    private static CurrentUser other;
    private static UUID doctor;
    private static UUID secondDoctor;
    private static UUID assistant;
    private static UUID stranger;

    private UUID edition;

    @BeforeAll
    static void two_practices() throws Exception {
        database = AgendaDatabase.start();
        practice = practice("Praktijk Een");
        elsewhere = practice("Praktijk Twee");
        manager = managerOf(practice);
        other = managerOf(elsewhere);
        doctor = works("Aalders", Profession.GP, practice, "2020-01-01", null);
        secondDoctor = works("Bakker", Profession.GP, practice, "2020-01-01", null);
        assistant = works("Claassen", Profession.DOCTORS_ASSISTANT, practice, "2020-01-01", null);
        works("Vertrokken", Profession.GP, practice, "2020-01-01", "2026-08-31");
        stranger = works("Zwart", Profession.GP, elsewhere, "2020-01-01", null);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course() {
        database.clearAgenda();
        edition = opened(aCourse().seats(5));
    }

    @Test
    void the_people_of_the_practice_are_those_who_work_there_today() {
        assertThat(of(manager, Teams.class, Teams::mine).members())
                .extracting(Team.Member::name)
                .containsExactly("Aalders", "Bakker", "Claassen");
        assertThat(of(other, Teams.class, Teams::mine).members())
                .extracting(Team.Member::person)
                .containsExactly(stranger);
        assertThatThrownBy(() -> of(database.staffOf("NOORD"), Teams.class, Teams::mine))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void several_are_enrolled_at_once_the_practice_pays_and_each_hears_of_it() {
        List<AppliedLine> applied = enrol(manager, edition, doctor, assistant);

        assertThat(applied).extracting(AppliedLine::state).containsOnly(EnrolmentState.CONFIRMED);
        Team.Course course =
                of(manager, Teams.class, Teams::mine).members().get(0).courses().get(0);
        assertThat(course.paid()).isTrue();
        assertThat(payers()).containsExactly("PRACTICE " + practice, "PRACTICE " + practice);
        assertThat(mails()).containsExactly("enrolment-confirmed", "enrolment-confirmed");
        assertThat(enrol(manager, edition, doctor))
                .as("nobody is enrolled twice")
                .extracting(AppliedLine::refusal)
                .containsExactly("enrolment-already");
    }

    @Test
    void for_the_manager_of_another_practice_nobody_and_nothing_of_it_exists() {
        UUID enrolment = enrolled(doctor);
        UUID reserved = reserve(manager, edition, Profession.GP, 1).get(0);

        assertThat(enrol(other, edition, secondDoctor))
                .extracting(AppliedLine::refusal)
                .containsExactly("not-found");
        for (Consumer<CurrentUser> act : List.<Consumer<CurrentUser>>of(
                caller -> of(caller, OwnNumbers.class, numbers -> {
                    numbers.tellOf(doctor, 1L, "RGS-HA", "39054148101");
                    return null;
                }),
                caller -> of(caller, TeamSeats.class, seats -> seats.replace(enrolment, stranger)),
                caller -> of(caller, SeatReservations.class, seats -> seats.name(reserved, stranger)),
                caller -> of(caller, SeatReservations.class, seats -> {
                    seats.giveBack(reserved);
                    return null;
                }))) {
            assertThatThrownBy(() -> act.accept(other)).isInstanceOf(NotFoundException.class);
        }
        assertThat(of(other, Teams.class, Teams::mine).reserved()).isEmpty();
        assertThat(of(manager, Teams.class, Teams::mine).reserved()).hasSize(1);
    }

    @Test
    void a_manager_has_no_more_rights_than_who_would_enrol_himself() {
        UUID pharmacists = opened(aCourse().titled("Medicatie").meantFor(Profession.PHARMACIST));
        UUID asked = opened(aCourse().titled("Op aanvraag"));
        terms(asked, "approval = true");

        assertThat(enrol(manager, pharmacists, doctor))
                .extracting(AppliedLine::refusal)
                .containsExactly("enrolment-audience");
        assertThat(enrol(manager, asked, doctor))
                .extracting(AppliedLine::state)
                .containsExactly(EnrolmentState.REQUESTED);
        assertThat(of(manager, Teams.class, teams -> teams.course(pharmacists)).colleagues())
                .extracting(TeamCourse.Colleague::possible)
                .containsOnly(false);
    }

    @Test
    void a_colleague_of_the_same_profession_comes_instead_at_the_same_price() {
        UUID enrolment = enrolled(doctor);

        assertThatThrownBy(() -> of(manager, TeamSeats.class, seats -> seats.replace(enrolment, assistant)))
                .isInstanceOf(EnrolmentRefused.OtherProfession.class);
        UUID successor = of(manager, TeamSeats.class, seats -> seats.replace(enrolment, secondDoctor))
                .uuid();

        assertThat(text("select person_id || ' ' || state || ' ' || price_cents from crm.enrolment where uuid = '"
                        + successor + "'"))
                .isEqualTo(idOf(secondDoctor) + " CONFIRMED 12500");
        assertThat(text("select cast(coalesce(fee_cents, 0) as text) from crm.enrolment where uuid = '" + enrolment
                        + "'"))
                .as("free of charge")
                .isEqualTo("0");
        assertThat(mails()).contains("enrolment-replaced");
    }

    @Test
    void what_somebody_pays_for_himself_is_not_the_practices_to_give_away() {
        UUID own =
                database.inTransaction(em -> Enrolling.enrolments(em, database.staffOf("NOORD"), AgendaDatabase.CLOCK)
                        .enrol(edition, doctor, null)
                        .uuid());

        assertThat(of(manager, Teams.class, Teams::mine).members().get(0).courses())
                .extracting(Team.Course::replaceable)
                .containsExactly(false);
        assertThatThrownBy(() -> of(manager, TeamSeats.class, seats -> seats.replace(own, secondDoctor)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void who_left_the_practice_stays_in_sight_until_somebody_comes_instead() {
        UUID gone = works("Wisselaar", Profession.GP, practice, "2020-01-01", null);
        UUID enrolment = enrolled(gone);
        run("update crm.affiliation set valid_to = date '2026-08-31' where person_id = " + idOf(gone));

        assertThat(of(manager, Teams.class, Teams::mine).members())
                .filteredOn(member -> !member.works())
                .extracting(Team.Member::name)
                .containsExactly("Wisselaar");
        of(manager, TeamSeats.class, seats -> seats.replace(enrolment, secondDoctor));
        assertThat(of(manager, Teams.class, Teams::mine).members())
                .extracting(Team.Member::name)
                .doesNotContain("Wisselaar");
    }

    @Test
    void a_reserved_seat_is_named_by_somebody_of_that_profession_and_counts_as_taken_before() {
        UUID reserved = reserve(manager, edition, Profession.GP, 2).get(0);
        assertThat(of(manager, Teams.class, teams -> teams.courses("reanimatie"))
                        .get(0)
                        .free())
                .isEqualTo(3);
        assertThat(all(database.staffOf("NOORD"), SeatReservations.class, seats -> seats.at(edition)))
                .containsExactly(new HeldSeats("Praktijk Een", Profession.GP, 2));
        assertThatThrownBy(() -> of(database.staffOf("ZUID"), SeatReservations.class, seats -> seats.at(edition)))
                .isInstanceOf(NotFoundException.class);

        assertThatThrownBy(() -> of(manager, SeatReservations.class, seats -> seats.name(reserved, assistant)))
                .isInstanceOf(EnrolmentRefused.OtherProfession.class);
        of(manager, SeatReservations.class, seats -> seats.name(reserved, doctor));

        assertThat(payers()).containsExactly("PRACTICE " + practice);
        assertThat(mails()).containsExactly("enrolment-confirmed");
        assertThat(of(manager, Teams.class, teams -> teams.courses(null)).get(0).free())
                .isEqualTo(3);
    }

    @Test
    void who_manages_the_practice_hears_that_seats_came_free_because_nobody_was_named() {
        manages("tea@example.nl", practice, "null");
        manages("gestopt@example.nl", practice, "now()");
        manages("elders@example.nl", elsewhere, "null");
        reserve(manager, edition, Profession.GP, 2);
        reserve(manager, edition, Profession.DOCTORS_ASSISTANT, 1);
        terms(edition, "names_until = timestamptz '" + AgendaDatabase.NOW + "'");
        Long number = Long.valueOf(text("select cast(id as text) from crm.edition where uuid = '" + edition + "'"));

        of(manager, SeatTurn.class, turn -> {
            turn.take(number);
            turn.take(number);
            return null;
        });

        assertThat(texts("select recipient || ' ' || substring(body from 'aantal: (\\d+)') from crm.message"
                        + " where kind = 'seat-reservation-expired'"))
                .as("one mail for all seats of the practice")
                .containsExactly("tea@example.nl 3");
        run("delete from crm.role_grant");
        run("delete from crm.account");
    }

    private static void manages(String email, Long organisation, String ended) {
        run("with account as (insert into crm.account (id, uuid, email, display_name, created_at)"
                + " values (nextval('crm.entity_seq'), gen_random_uuid(), '" + email + "', 'Tea', now()) returning id)"
                + " insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at, ended_at)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), id, 'PRACTICE_MANAGER', " + organisation
                + ", now(), " + ended + " from account");
    }

    @Test
    void a_practice_holds_ten_seats_without_a_name_at_most() {
        UUID large = opened(aCourse().titled("Groot").seats(30));
        reserve(manager, large, Profession.GP, 6);

        assertThatThrownBy(() -> reserve(manager, large, Profession.GP, 5)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> reserve(manager, large, null, 1)).isInstanceOf(InvalidInputException.class);
        assertThat(reserve(manager, large, Profession.GP, 4)).hasSize(4);
        assertThat(reserve(other, large, Profession.GP, 1))
                .as("another practice has its own ten")
                .hasSize(1);
    }

    @Test
    void what_the_course_asks_beforehand_the_manager_says_for_all() {
        terms(edition, "prerequisites = true");
        run("insert into crm.course_profile (id, uuid, course_id, prerequisites) select nextval('crm.entity_seq'),"
                + " gen_random_uuid(), course_id, 'BLS' from crm.edition where uuid = '" + edition + "'");

        assertThat(enrol(manager, edition, doctor))
                .extracting(AppliedLine::refusal)
                .containsExactly("enrolment-prerequisites");
        assertThat(of(manager, Teams.class, teams -> teams.course(edition)).prerequisites())
                .isEqualTo("BLS");
    }

    private static UUID opened(ACourse course) {
        return database.published("NOORD", course.wish());
    }

    private UUID enrolled(UUID person) {
        enrol(manager, edition, person);
        return of(manager, Teams.class, Teams::mine).members().stream()
                .filter(member -> member.person().equals(person))
                .findFirst()
                .orElseThrow()
                .courses()
                .get(0)
                .enrolment();
    }

    private static List<AppliedLine> enrol(CurrentUser caller, UUID edition, UUID... persons) {
        return of(
                caller,
                Teams.class,
                teams -> teams.enrol(
                        edition,
                        Stream.of(persons)
                                .map(person -> EnrolmentWish.of(
                                        person, UUID.randomUUID().toString()))
                                .toList()));
    }

    private static List<UUID> reserve(CurrentUser caller, UUID edition, Profession profession, int number) {
        return of(caller, SeatReservations.class, seats -> seats.reserve(edition, profession, number));
    }

    private static void terms(UUID edition, String what) {
        run("insert into crm.seat_terms (edition_id) select id from crm.edition where uuid = '" + edition + "'");
        run("update crm.seat_terms set " + what);
    }

    /** A list that a boundary answers. */
    private static <B, E> List<E> all(CurrentUser caller, Class<B> boundary, Function<B, List<E>> work) {
        return of(caller, boundary, work);
    }

    private static <B, T> T of(CurrentUser caller, Class<B> boundary, Function<B, T> work) {
        return database.inTransaction(em -> {
            T result = work.apply(made(boundary, em, AgendaDatabase.CLOCK, caller));
            em.flush();
            return result;
        });
    }

    private static Long practice(String name) {
        return People.practice(database, name);
    }

    private static UUID works(String name, Profession profession, Long at, String from, String to) {
        return People.works(database, name, profession, at, from, to);
    }

    private static CurrentUser managerOf(Long organisation) {
        return People.acting(null, organisation, Role.PRACTICE_MANAGER);
    }

    private static List<String> mails() {
        return texts("select kind from crm.message order by id");
    }

    private static List<String> payers() {
        return texts("select payer_kind || ' ' || payer_organisation_id from crm.enrolment order by id");
    }

    private static Long idOf(UUID person) {
        return Long.valueOf(text("select cast(id as text) from crm.person where uuid = '" + person + "'"));
    }

    private static String text(String query) {
        return texts(query).get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(String query) {
        return database.inTransaction(
                em -> em.createNativeQuery(query, String.class).getResultList());
    }

    private static void run(String statement) {
        database.change(em -> em.createNativeQuery(statement).executeUpdate());
    }
}
