package nl.kring.crm.enrolment.team;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.AgendaQuery;
import nl.kring.crm.agenda.Companies;
import nl.kring.crm.agenda.Company;
import nl.kring.crm.agenda.EditionStateException;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.calendar.AgendaSearch;
import nl.kring.crm.agenda.calendar.Calendars;
import nl.kring.crm.enrolment.EnrolmentRefused;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.FormsOfNews;
import nl.kring.crm.enrolment.GuestSeats;
import nl.kring.crm.enrolment.Payer;
import nl.kring.crm.enrolment.PayerKind;
import nl.kring.crm.enrolment.SeatAgreement;
import nl.kring.crm.enrolment.SeatAgreements;
import nl.kring.crm.enrolment.SeatDecisions;
import nl.kring.crm.enrolment.desk.AppliedLine;
import nl.kring.crm.enrolment.draw.DrawWindow;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edition for the staff of some organisations alone. */
class InCompanyTest {

    private static AgendaDatabase database;
    private static Long practice;
    private static Long elsewhere;
    private static UUID insider;
    private static UUID outsider;
    private static CurrentUser noord;
    private static CurrentUser himself;
    private static CurrentUser outside;

    private UUID edition;

    @BeforeAll
    static void two_practices() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        practice = People.practice(database, "Praktijk Een");
        elsewhere = People.practice(database, "Praktijk Twee");
        insider = People.works(database, "Aalders", Profession.GP, practice, "2020-01-01", null);
        outsider = People.works(database, "Zwart", Profession.GP, elsewhere, "2020-01-01", null);
        himself = People.acting(idOf("person", insider), null, Role.PROFESSIONAL);
        outside = People.acting(idOf("person", outsider), null, Role.PROFESSIONAL);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course_for_one_practice() {
        database.clearAgenda();
        edition = database.published("NOORD", aCourse().seats(5).wish());
        limit(practice);
    }

    @Test
    void it_stands_in_no_agenda() {
        CurrentUser visitor = AgendaDatabase.visitor();
        AgendaQuery everything = new AgendaQuery(null, null, null, null, null, 0, null);
        AgendaSearch all = AgendaSearch.everything();

        assertThat(of(visitor, Editions.class, editions -> editions.agenda(everything))
                        .items())
                .isEmpty();
        assertThat(of(visitor, Calendars.class, calendars -> calendars.agenda(all, 10, null))
                        .items())
                .isEmpty();
        assertThat(all(visitor, Calendars.class, calendars -> calendars.feed(all)))
                .isEmpty();

        limit();
        assertThat(of(visitor, Editions.class, editions -> editions.agenda(everything))
                        .items())
                .as("the same edition, for everybody")
                .hasSize(1);
        assertThat(of(visitor, Calendars.class, calendars -> calendars.agenda(all, 10, null))
                        .items())
                .hasSize(1);
    }

    @Test
    void for_who_works_elsewhere_it_does_not_exist() {
        for (CurrentUser caller : List.of(AgendaDatabase.visitor(), outside, database.staffOf("ZUID"))) {
            assertThatThrownBy(() -> of(caller, Editions.class, editions -> editions.edition(edition)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> of(outside, Enrolments.class, all -> all.enrol(edition, outsider, null)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> of(AgendaDatabase.visitor(), GuestSeats.class, seats -> {
                    seats.check(edition, Profession.GP, Map.of(), false);
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> of(managerOf(elsewhere), Teams.class, teams -> teams.course(edition)))
                .isInstanceOf(NotFoundException.class);
        assertThat(enrol(managerOf(elsewhere), outsider))
                .extracting(AppliedLine::refusal)
                .containsExactly("not-found");
    }

    @Test
    void who_works_there_enrols_and_the_practice_pays_whatever_was_said() {
        assertThat(of(himself, Editions.class, editions -> editions.edition(edition))
                        .uuid())
                .isEqualTo(edition);
        of(
                himself,
                Enrolments.class,
                all -> all.enrol(edition, new EnrolmentWish(null, null, Payer.SELF, Map.of(), Map.of(), null, null)));

        assertThat(texts("select payer_kind || ' ' || payer_organisation_id from crm.enrolment"))
                .containsExactly("PRACTICE " + practice);
    }

    @Test
    void who_enrols_lets_the_own_practice_pay_and_no_other() {
        limit();
        UUID own = uuidOf(practice);
        assertThat(of(himself, Enrolments.class, all -> all.offer(edition, null))
                        .employers())
                .extracting(employer -> employer.organisation())
                .containsExactly(own);
        Payer another = new Payer(PayerKind.PRACTICE, uuidOf(elsewhere), null);
        assertThatThrownBy(() -> of(
                        himself,
                        Enrolments.class,
                        all -> all.enrol(
                                edition, new EnrolmentWish(null, null, another, Map.of(), Map.of(), null, null))))
                .isInstanceOf(InvalidInputException.class);
        of(
                himself,
                Enrolments.class,
                all -> all.enrol(
                        edition,
                        new EnrolmentWish(
                                null,
                                null,
                                new Payer(PayerKind.PRACTICE, own, "PO-1"),
                                Map.of(),
                                Map.of(),
                                null,
                                null)));

        assertThat(
                        texts(
                                "select payer_kind || ' ' || payer_organisation_id || ' ' || payer_reference from crm.enrolment"))
                .containsExactly("PRACTICE " + practice + " PO-1");
    }

    private static UUID uuidOf(Long organisation) {
        return UUID.fromString(texts("select cast(uuid as text) from crm.organisation where id = " + organisation)
                .get(0));
    }

    @Test
    void the_organiser_enrols_nobody_from_elsewhere_either() {
        assertThatThrownBy(() -> of(noord, Enrolments.class, all -> all.enrol(edition, outsider, null)))
                .isInstanceOf(EnrolmentRefused.OutsideCompany.class);
        of(noord, Enrolments.class, all -> all.enrol(edition, insider, null));

        limit(practice, elsewhere);
        assertThat(enrol(managerOf(elsewhere), outsider))
                .extracting(AppliedLine::refusal)
                .containsOnlyNulls();
        assertThat(texts("select payer_kind || ' ' || payer_organisation_id from crm.enrolment order by id"))
                .containsExactly("PRACTICE " + practice, "PRACTICE " + elsewhere);
    }

    @Test
    void once_somebody_enrolled_only_more_organisations_can_come() {
        of(noord, Enrolments.class, all -> all.enrol(edition, insider, null));

        assertThatThrownBy(() -> limit()).isInstanceOf(EditionStateException.class);
        assertThatThrownBy(() -> limit(elsewhere)).isInstanceOf(EditionStateException.class);
        limit(practice, elsewhere);
        assertThat(all(noord, Companies.class, companies -> companies.of(edition)))
                .extracting(Company::name)
                .containsExactly("Praktijk Een", "Praktijk Twee");
    }

    @Test
    void only_its_organiser_says_for_whom_it_is_and_only_organisations_that_there_are() {
        CurrentUser zuid = database.staffOf("ZUID");
        assertThatThrownBy(() -> of(zuid, Companies.class, companies -> companies.of(edition)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> of(zuid, Companies.class, companies -> {
                    companies.limit(edition, List.of());
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> of(noord, Companies.class, companies -> {
                    companies.limit(edition, List.of(UUID.randomUUID()));
                    return null;
                }))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_draw_is_for_everybody_and_who_asks_to_come_is_not_shut_out_unseen() {
        assertThatThrownBy(() -> of(noord, SeatAgreements.class, seats -> {
                    seats.agree(
                            edition,
                            new SeatAgreement(
                                    null,
                                    null,
                                    false,
                                    false,
                                    DrawWindow.between(
                                            AgendaDatabase.NOW.plusSeconds(60), AgendaDatabase.NOW.plusSeconds(3600)),
                                    null,
                                    List.of()));
                    return null;
                }))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo("enrolment-draw-company"));
        limit();
        of(noord, SeatAgreements.class, seats -> {
            seats.agree(edition, new SeatAgreement(null, null, true, false, null, null, List.of()));
            return null;
        });
        of(outside, Enrolments.class, all -> all.enrol(edition, outsider, null));

        limit(practice);
        assertThatThrownBy(() -> FormsOfNews.limited(database, edition))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo("enrolment-outsiders"));
        UUID asked = UUID.fromString(
                texts("select cast(uuid as text) from crm.enrolment").get(0));
        assertThatThrownBy(() -> of(noord, SeatDecisions.class, decisions -> decisions.approve(asked)))
                .isInstanceOf(EnrolmentRefused.OutsideCompany.class);
    }

    @Test
    void a_manager_of_the_practice_finds_it_among_the_courses() {
        assertThat(all(managerOf(practice), Teams.class, teams -> teams.courses(null)))
                .extracting(TeamChoice::inCompany)
                .containsExactly(true);
        assertThat(all(managerOf(elsewhere), Teams.class, teams -> teams.courses(null)))
                .isEmpty();
    }

    private void limit(Long... organisations) {
        List<UUID> named = List.of(organisations).stream()
                .map(each -> UUID.fromString(texts("select cast(uuid as text) from crm.organisation where id = " + each)
                        .get(0)))
                .toList();
        of(noord, Companies.class, companies -> {
            companies.limit(edition, named);
            return null;
        });
    }

    private List<AppliedLine> enrol(CurrentUser caller, UUID person) {
        return of(
                caller,
                Teams.class,
                teams -> teams.enrol(
                        edition,
                        List.of(EnrolmentWish.of(person, UUID.randomUUID().toString()))));
    }

    private static CurrentUser managerOf(Long organisation) {
        return People.acting(null, organisation, Role.PRACTICE_MANAGER);
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

    private static Long idOf(String table, UUID uuid) {
        return Long.valueOf(texts("select cast(id as text) from crm." + table + " where uuid = '" + uuid + "'")
                .get(0));
    }

    private static List<String> texts(String query) {
        return database.inTransaction(
                em -> em.createNativeQuery(query, String.class).getResultList());
    }
}
