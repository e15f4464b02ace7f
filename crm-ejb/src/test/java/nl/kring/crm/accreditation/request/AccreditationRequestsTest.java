package nl.kring.crm.accreditation.request;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.accreditation.AwardedByHand;
import nl.kring.crm.accreditation.SchemePoints;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.accreditation.scheme.NewScheme;
import nl.kring.crm.accreditation.scheme.SchemeRules;
import nl.kring.crm.accreditation.scheme.Schemes;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.SessionsPlanned;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of docs/domain.md, "Accreditation per course and register". */
class AccreditationRequestsTest {

    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
    private static final LocalDate TO = LocalDate.of(2027, 10, 31);

    private static AgendaDatabase database;

    private UUID edition;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course() throws Exception {
        database.clearAgenda();
        database.asOwner("delete from crm.institutional_accreditation");
        edition = database.published(
                "NOORD",
                ACourse.aCourse().from("2026-11-03T19:00", "2026-11-03T22:00").wish());
    }

    @Test
    void several_registers_are_begun_at_once_with_what_their_bodies_ask_and_a_task_in_time() {
        begin("RGS-HA", "NVVPO-KR");
        List<RequestLine> lines = page().requests();
        assertThat(lines).extracting(RequestLine::scheme).containsExactly("RGS-HA", "NVVPO-KR");
        assertThat(lines).extracting(RequestLine::state).containsOnly(RequestState.DRAFT);
        assertThat(lines.get(0).submitBy()).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(lines.get(1).submitBy()).isEqualTo(LocalDate.of(2026, 10, 6));
        assertThat(lines.get(1).form().feeCents()).isEqualTo(26_500);
        assertThat(lines).extracting(RequestLine::validityMonths).containsOnly(12);
        assertThat(lines).extracting(RequestLine::decidable).containsOnly(false);
        assertThat(tasks())
                .containsExactly(
                        "2026-09-08 Accreditatie aanvragen: Herregistratie huisarts (RGS/KNMG, GAIA) open",
                        "2026-10-06 Accreditatie aanvragen: Kwaliteitsregister NVvPO (POH-S/PVK/PVH) open");
        assertThat(editionState()).isEqualTo("TO_REQUEST");
    }

    @Test
    void of_one_register_one_request_is_open() {
        begin("RGS-HA");
        assertThatThrownBy(() -> begin("RGS-HA"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("accreditation-open");
        assertThatThrownBy(() -> begin()).hasMessageContaining("accreditation-no-register");
        assertThatThrownBy(() -> begin("BIG-BASIC")).hasMessageContaining("accreditation-scheme");
    }

    @Test
    void what_is_requested_waits_in_the_open_and_its_task_is_done() {
        begin("RGS-HA");
        assertThat(pending()).isEmpty();
        submit("RGS-HA");
        assertThat(only().requestedOn()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(pending()).containsExactly("RGS-HA");
        assertThat(tasks()).singleElement().asString().endsWith("DONE");
        assertThat(editionState()).isEqualTo("REQUESTED");

        step(requests -> {
            requests.takeBack(edition, only().uuid(), only().version());
            return null;
        });
        assertThat(pending()).isEmpty();
        assertThat(tasks()).singleElement().asString().endsWith("open");
    }

    @Test
    void what_is_granted_is_what_the_course_is_worth() {
        begin("RGS-HA");
        submit("RGS-HA");
        grant(
                "9471",
                point("ACCREDITED", null, "2"),
                point("PEER_REVIEW", "Avond 1", "0.5"),
                point("ACCREDITED", "Avond 1", "1"));
        assertThat(only().courseNumber()).isEqualTo("9471");
        assertThat(only().form().points()).hasSize(3);
        assertThat(texts(
                        "select scheme_code || ' ' || points || ' ' || coalesce(category, '-') from crm.accreditation"))
                .as("the sum, as the agenda has it")
                .containsExactly("RGS-HA 3.5 -");
        assertThat(worth()).containsExactly("ACCREDITED 3.0", "PEER_REVIEW 0.5");
        assertThat(editionState()).isEqualTo("GRANTED");
        assertThat(pending()).isEmpty();
    }

    @Test
    void a_grant_has_points_in_a_category_of_the_register_and_a_validity() {
        begin("RGS-HA");
        submit("RGS-HA");
        assertThatThrownBy(() -> grant("9471")).hasMessageContaining("accreditation-grant-points");
        assertThatThrownBy(() -> grant("9471", point("ELEARNING", null, "1"))).hasMessageContaining("credit-category");
        assertThatThrownBy(() -> grant("94 71", point("ACCREDITED", null, "1")))
                .hasMessageContaining("accreditation-code");
        assertThatThrownBy(() -> step(requests -> {
                    requests.grant(
                            edition,
                            only().uuid(),
                            only().version(),
                            new Grant("9471", TO, FROM, List.of(point("ACCREDITED", null, "1"))));
                    return null;
                }))
                .hasMessageContaining("accreditation-validity");
    }

    @Test
    void what_is_rejected_says_why_and_can_be_asked_anew() {
        begin("RGS-HA");
        submit("RGS-HA");
        assertThatThrownBy(() -> reject(" ")).hasMessageContaining("accreditation-reason");
        reject("Geen leerdoelen");
        assertThat(only().answer()).isEqualTo("Geen leerdoelen");
        assertThat(editionState()).isEqualTo("REJECTED");
        begin("RGS-HA");
        assertThat(page().requests())
                .extracting(RequestLine::state)
                .containsExactly(RequestState.DRAFT, RequestState.REJECTED);
    }

    @Test
    void a_renewal_asks_the_same_again_and_the_old_one_holds_meanwhile() {
        begin("RGS-HA");
        submit("RGS-HA");
        grant("9471", point("ACCREDITED", null, "3"));
        step(requests -> {
            requests.renew(edition, only().uuid(), only().version());
            return null;
        });
        List<RequestLine> lines = page().requests();
        assertThat(lines).extracting(RequestLine::state).containsExactly(RequestState.DRAFT, RequestState.GRANTED);
        assertThat(lines.get(0).renewal()).isTrue();
        assertThat(lines.get(0).form().points()).isEqualTo(lines.get(1).form().points());
    }

    @Test
    void a_step_that_does_not_fit_the_state_is_refused_and_so_is_an_older_version() {
        begin("RGS-HA");
        assertThatThrownBy(() -> grant("9471", point("ACCREDITED", null, "1")))
                .hasMessageContaining("accreditation-step");
        RequestLine read = only();
        submit("RGS-HA");
        assertThatThrownBy(() -> step(requests -> {
                    requests.submit(edition, read.uuid(), read.version());
                    return null;
                }))
                .isInstanceOf(EditConflictException.class);
    }

    @Test
    void an_in_house_request_is_decided_by_its_holder_alone() throws Exception {
        begin("RGS-HA");
        assertThatThrownBy(() -> change("OOST")).hasMessageContaining("accreditation-holder");
        database.asOwner("""
                insert into crm.institutional_accreditation (organisation_id, scheme_code, number, valid_from)
                select id, 'RGS-HA', 'INST-1', date '2026-01-01' from crm.organisation where code = 'OOST'""");
        change("OOST");
        assertThatThrownBy(() -> pageOf("OOST")).isInstanceOf(NotFoundException.class);
        submit("RGS-HA");
        assertThat(pageOf("OOST").own()).isFalse();
        assertThat(pageOf("OOST").requests())
                .singleElement()
                .extracting(RequestLine::decidable)
                .isEqualTo(true);
        assertThat(only().decidable()).as("for who asked").isFalse();
        assertThatThrownBy(() -> pageOf("ZUID")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> grant("9471", point("ACCREDITED", null, "1"))).isInstanceOf(NotAllowedException.class);

        as("OOST", AccreditationRequests.class, requests -> {
            RequestLine asked = requests.page(edition).requests().get(0);
            requests.grant(
                    edition,
                    asked.uuid(),
                    asked.version(),
                    new Grant("9471", FROM, TO, List.of(point("ACCREDITED", null, "1"))));
            return null;
        });
        assertThat(only().state()).isEqualTo(RequestState.GRANTED);
    }

    @Test
    void an_institutional_accreditation_that_is_over_on_the_day_accredits_nothing() throws Exception {
        begin("RGS-HA");
        database.asOwner("""
                insert into crm.institutional_accreditation (organisation_id, scheme_code, valid_from, valid_to)
                select id, 'RGS-HA', date '2025-01-01', date '2026-11-02' from crm.organisation where code = 'OOST'""");
        assertThatThrownBy(() -> change("OOST")).hasMessageContaining("accreditation-holder");
    }

    @Test
    void who_lost_the_institutional_accreditation_since_it_was_asked_decides_nothing() throws Exception {
        begin("RGS-HA");
        database.asOwner("""
                insert into crm.institutional_accreditation (organisation_id, scheme_code, valid_from)
                select id, 'RGS-HA', date '2026-01-01' from crm.organisation where code = 'OOST'""");
        change("OOST");
        submit("RGS-HA");
        database.asOwner("update crm.institutional_accreditation set valid_to = date '2026-11-02'");

        assertThatThrownBy(() -> as("OOST", AccreditationRequests.class, requests -> {
                    RequestLine asked = requests.page(edition).requests().get(0);
                    requests.grant(
                            edition,
                            asked.uuid(),
                            asked.version(),
                            new Grant("9471", FROM, TO, List.of(point("ACCREDITED", null, "1"))));
                    return null;
                }))
                .hasMessageContaining("accreditation-holder");
        assertThat(only().state()).isEqualTo(RequestState.REQUESTED);
    }

    @Test
    void an_edition_is_announced_for_its_day_and_reminds_of_its_attendance() {
        begin("RGS-HA");
        submit("RGS-HA");
        assertThatThrownBy(() -> announce("55")).hasMessageContaining("accreditation-not-granted");
        grant("9471", point("ACCREDITED", null, "3"));
        announce("55");
        assertThat(page().announcements())
                .extracting(
                        AccreditationPage.Announcement::day,
                        AccreditationPage.Announcement::number,
                        AccreditationPage.Announcement::otherDay)
                .containsExactly(tuple(LocalDate.of(2026, 11, 3), "55", false));
        assertThat(tasks()).contains("2026-11-17 Presentie aanleveren: Herregistratie huisarts (RGS/KNMG, GAIA) open");
        as("NOORD", EditionAnnouncements.class, announcements -> {
            announcements.withdraw(edition, "RGS-HA");
            return null;
        });
        assertThat(page().announcements().get(0).day()).isNull();
        assertThat(tasks()).noneMatch(task -> task.startsWith("2026-11-17") && task.endsWith("open"));
    }

    @Test
    void an_edition_that_moves_moves_its_tasks_and_stands_announced_for_another_day() {
        begin("RGS-HA");
        submit("RGS-HA");
        grant("9471", point("ACCREDITED", null, "3"));
        announce("55");
        begin("NVVPO-KR");
        database.change(em -> {
            Long moved = AgendaDatabase.changed(
                    em,
                    edition,
                    "NOORD",
                    ACourse.aCourse()
                            .from("2026-12-01T19:00", "2026-12-01T22:00")
                            .wish());
            made(RequestNews.class, em, AgendaDatabase.CLOCK, database.staffOf("NOORD"))
                    .follow(new SessionsPlanned(moved));
        });
        assertThat(page().announcements().get(0).otherDay()).isTrue();
        assertThat(tasks())
                .anyMatch(task -> task.startsWith("2026-12-15 Presentie"))
                .anyMatch(task -> task.startsWith("2026-11-03 Accreditatie aanvragen: Kwaliteitsregister NVvPO"));
    }

    @Test
    void the_dossier_says_what_the_course_says_and_what_it_does_not() {
        as("NOORD", AccreditationDossiers.class, dossiers -> {
            dossiers.keep(
                    edition, new DossierTexts("Veel vragen uit de praktijk", null, "Medisch handelen", null, null));
            return null;
        });
        assertThat(page().texts().need()).isEqualTo("Veel vragen uit de praktijk");
        assertThat(page().facts().title()).isEqualTo("Reanimatie en AED");
        assertThat(page().facts().programme()).hasSize(1);
        assertThat(page().facts().organiser()).isEqualTo("Nascholing Noord");
    }

    @Test
    void a_file_goes_with_its_request_and_is_nobody_elses() {
        begin("RGS-HA");
        byte[] pdf = "%PDF-1.7 programma".getBytes(StandardCharsets.US_ASCII);
        UUID file = as(
                "NOORD",
                AccreditationDossiers.class,
                dossiers -> dossiers.attach(edition, only().uuid(), RequestFile.of("C:\\x\\programma.pdf", pdf)));
        assertThat(only().documents())
                .extracting(RequestLine.Document::fileName)
                .containsExactly("programma.pdf");
        assertThat(as("NOORD", AccreditationDossiers.class, dossiers -> dossiers.file(edition, file))
                        .content())
                .isEqualTo(pdf);
        assertThatThrownBy(() -> as("ZUID", AccreditationDossiers.class, dossiers -> dossiers.file(edition, file)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> RequestFile.of("x.exe", new byte[] {'M', 'Z', 1, 2}))
                .hasMessageContaining("accreditation-file-type");
        as("NOORD", AccreditationDossiers.class, dossiers -> {
            dossiers.detach(edition, file);
            return null;
        });
        assertThat(only().documents()).isEmpty();
    }

    @Test
    void what_is_to_be_done_is_one_list_and_who_accredits_in_house_has_what_it_is_asked() throws Exception {
        begin("RGS-HA", "NVVPO-KR");
        assertThat(todo("NOORD")).containsExactly("RGS-HA TO_SEND 2026-09-08", "NVVPO-KR TO_SEND 2026-10-06");
        as("NOORD", AccreditationTerms.class, terms -> {
            terms.hold(new AccreditationTerms.HolderLine(
                    "OOST", null, "RGS-HA", "INST-1", LocalDate.of(2026, 1, 1), null));
            return null;
        });
        change("OOST");
        submit("RGS-HA");
        assertThat(todo("OOST")).containsExactly("RGS-HA TO_DECIDE 2026-09-01");
        assertThat(todo("NOORD")).contains("RGS-HA WAITING 2026-09-01");
        assertThat(todo("ZUID")).isEmpty();
    }

    @Test
    void what_ends_before_an_edition_that_is_still_to_be_held_is_to_be_renewed() {
        begin("RGS-HA");
        submit("RGS-HA");
        step(requests -> {
            requests.grant(
                    edition,
                    only().uuid(),
                    only().version(),
                    new Grant(
                            "9471",
                            LocalDate.of(2025, 11, 3),
                            LocalDate.of(2026, 11, 2),
                            List.of(point("ACCREDITED", null, "3"))));
            return null;
        });
        assertThat(todo("NOORD")).containsExactly("RGS-HA EXPIRING 2026-11-02");
    }

    @Test
    void what_a_body_asks_can_be_changed_for_what_is_begun_from_then_on() throws Exception {
        begin("RGS-HA");
        as("NOORD", AccreditationTerms.class, terms -> {
            terms.keep(new AccreditationTerms.TermsLine("NVVPO-KR", null, 42, 21, 24, 30_000));
            return null;
        });
        begin("NVVPO-KR");
        assertThat(page().requests().get(1).form().leadDays()).isEqualTo(42);
        assertThat(page().requests().get(0).form().leadDays()).isEqualTo(56);
        assertThat(page().requests()).extracting(RequestLine::validityMonths).containsExactly(12, 24);
        assertThatThrownBy(() -> as("NOORD", AccreditationTerms.class, terms -> {
                    terms.keep(new AccreditationTerms.TermsLine("NVVPO-KR", null, 42, 21, 0, null));
                    return null;
                }))
                .hasMessageContaining("accreditation-months");
        database.asOwner("update crm.accreditation_terms set lead_days = 28, attendance_days = 28, fee_cents = 26500"
                + " where scheme_code = 'NVVPO-KR'");
    }

    @Test
    void on_a_day_for_which_nothing_was_granted_it_is_worth_nothing() throws Exception {
        begin("RGS-HA");
        submit("RGS-HA");
        grant("9471", point("ACCREDITED", null, "3"));
        assertThat(worth()).containsExactly("ACCREDITED 3.0");

        database.asOwner("update crm.accreditation_request set valid_to = date '2026-11-02'");
        assertThat(worth()).isEmpty();
        assertThat(shown()).isEmpty();

        database.asOwner("update crm.accreditation_request set valid_to = date '2026-11-03'");
        assertThat(worth()).as("the control").containsExactly("ACCREDITED 3.0");
        assertThat(shown()).containsExactly("RGS-HA 3.0");
    }

    @Test
    void what_was_granted_for_the_time_after_changes_nothing_before() {
        begin("RGS-HA");
        submit("RGS-HA");
        grant("9471", point("ACCREDITED", null, "3"));
        renewedForTheYearAfter(point("ACCREDITED", null, "1"), point("PEER_REVIEW", null, "1"));
        assertThat(worth()).containsExactly("ACCREDITED 3.0");

        heldOn("2027-11-02");
        assertThat(worth()).containsExactly("ACCREDITED 1.0", "PEER_REVIEW 1.0");
    }

    @Test
    void another_sum_that_is_said_by_hand_counts_and_the_same_sum_leaves_it_as_granted() throws Exception {
        begin("RGS-HA");
        submit("RGS-HA");
        grant("9471", point("ACCREDITED", null, "1"), point("PEER_REVIEW", null, "2"));
        say("3.0");
        assertThat(worth()).containsExactly("ACCREDITED 1.0", "PEER_REVIEW 2.0");
        say("2.5");
        assertThat(worth()).containsExactly("PEER_REVIEW 2.5");

        database.asOwner("update crm.accreditation_request set valid_to = date '2026-11-02'");
        assertThat(worth()).as("for the days of the grant alone").isEmpty();
        List<SchemePoints> known = as("NOORD", Accreditations.class, all -> all.ofCourse(edition));
        assertThat(known)
                .as("what is in the form to be changed")
                .extracting(SchemePoints::points)
                .containsExactly(new BigDecimal("2.5"));
        assertThatThrownBy(() -> as("ZUID", Accreditations.class, all -> all.ofCourse(edition)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_was_said_by_hand_before_a_grant_counts_on_the_days_before_it_begins() {
        say("3.0");
        begin("RGS-HA");
        submit("RGS-HA");
        grant("9471", point("ACCREDITED", null, "1"), point("PEER_REVIEW", null, "2"));
        assertThat(worth()).as("on a day of the grant").containsExactly("ACCREDITED 1.0", "PEER_REVIEW 2.0");
        heldOn("2026-10-20");
        assertThat(worth()).as("before it begins").containsExactly("ACCREDITED 3.0");

        heldOn("2026-11-02");
        say("2.5");
        assertThat(worth()).containsExactly("PEER_REVIEW 2.5");
        renewedForTheYearAfter(point("ACCREDITED", null, "1"));
        assertThat(worth()).as("what is renewed changes nothing before").containsExactly("PEER_REVIEW 2.5");
        heldOn("2027-11-02");
        assertThat(worth()).containsExactly("ACCREDITED 1.0");
        heldOn("2026-10-20");
        assertThat(worth()).as("before anything was granted").isEmpty();
    }

    private void heldOn(String day) {
        database.change(em -> AgendaDatabase.changed(
                em,
                edition,
                "NOORD",
                ACourse.aCourse().from(day + "T19:00", day + "T22:00").wish()));
    }

    @Test
    void it_is_granted_for_as_long_as_the_body_usually_does() throws Exception {
        begin("RGS-HA");
        assertThat(only().usuallyValidTo(FROM)).isEqualTo(TO);
        as("NOORD", AccreditationTerms.class, terms -> {
            terms.keep(new AccreditationTerms.TermsLine("RGS-HA", null, 56, 14, 24, 39_500));
            return null;
        });
        assertThat(only().usuallyValidTo(FROM)).isEqualTo(TO.plusYears(1));
        database.asOwner("update crm.accreditation_terms set validity_months = 12 where scheme_code = 'RGS-HA'");
    }

    /** By category, on the day of the edition. */
    private List<String> worth() {
        return texts("select w.category || ' ' || w.points from crm.edition e, crm.worth_of(e.id) w order by 1");
    }

    private List<String> shown() {
        return as("NOORD", Accreditations.class, all -> all.pointsOf(List.of(edition)))
                .getOrDefault(edition, List.of())
                .stream()
                .map(each -> each.scheme() + " " + each.points())
                .toList();
    }

    /** As who changes the course leaves or changes the number of points. */
    private void say(String points) {
        database.change(em -> AwardedByHand.say(em, edition, "RGS-HA", new BigDecimal(points)));
    }

    @Test
    void a_register_that_was_added_is_asked_as_the_others_and_can_be_held_in_house() {
        as("NOORD", Schemes.class, schemes -> {
            SchemeRules known =
                    schemes.versions(List.of("NAPA-PA")).get("NAPA-PA").get(0);
            return schemes.add(
                    new NewScheme(
                            "ADDED-KR",
                            "Register erbij",
                            SchemeUnit.POINT,
                            Set.of(Profession.PSYCHOLOGIST),
                            NewScheme.NumberKind.OWN,
                            null),
                    known);
        });
        assertThat(page().choices())
                .extracting(AccreditationPage.Choice::scheme)
                .last()
                .isEqualTo("ADDED-KR");
        as("NOORD", AccreditationTerms.class, terms -> {
            assertThat(terms.terms())
                    .last()
                    .isEqualTo(new AccreditationTerms.TermsLine("ADDED-KR", "Register erbij", 28, 28, 12, null));
            terms.keep(new AccreditationTerms.TermsLine("ADDED-KR", null, 10, 20, 24, null));
            terms.hold(new AccreditationTerms.HolderLine(
                    "OOST", null, "ADDED-KR", "INST-9", LocalDate.of(2026, 1, 1), null));
            return null;
        });
        begin("ADDED-KR");
        assertThat(only().submitBy()).isEqualTo(LocalDate.of(2026, 10, 24));
        change("OOST");
        submit("ADDED-KR");
        as("OOST", AccreditationRequests.class, requests -> {
            RequestLine asked = requests.page(edition).requests().get(0);
            requests.grant(
                    edition,
                    asked.uuid(),
                    asked.version(),
                    new Grant("16-1", FROM, TO, List.of(point("ACCREDITED", null, "1.5"))));
            return null;
        });
        assertThat(texts("select scheme_code || ' ' || points from crm.accreditation"))
                .containsExactly("ADDED-KR 1.5");
        assertThat(editionState()).isEqualTo("GRANTED");
    }

    private static List<String> todo(String organisation) {
        return as(
                organisation,
                OpenRequests.class,
                open -> open.list().stream()
                        .map(line -> line.scheme() + " " + line.what() + " " + line.day())
                        .toList());
    }

    private void begin(String... schemes) {
        step(requests -> {
            requests.begin(edition, List.of(schemes));
            return null;
        });
    }

    private void submit(String scheme) {
        RequestLine line = page().requests().stream()
                .filter(each -> each.scheme().equals(scheme) && each.isOpen())
                .findFirst()
                .orElseThrow();
        step(requests -> {
            requests.submit(edition, line.uuid(), line.version());
            return null;
        });
    }

    private void grant(String number, AskedPoints... points) {
        grant(new Grant(number, FROM, TO, List.of(points)));
    }

    private void renewedForTheYearAfter(AskedPoints... points) {
        step(requests -> {
            requests.renew(edition, only().uuid(), only().version());
            return null;
        });
        submit("RGS-HA");
        grant(new Grant("9472", TO.plusDays(1), TO.plusYears(1), List.of(points)));
    }

    private void grant(Grant granted) {
        RequestLine line = only();
        step(requests -> {
            requests.grant(edition, line.uuid(), line.version(), granted);
            return null;
        });
    }

    private void reject(String why) {
        RequestLine line = only();
        step(requests -> {
            requests.reject(edition, line.uuid(), line.version(), why);
            return null;
        });
    }

    private void change(String holder) {
        RequestLine line = only();
        step(requests -> {
            requests.change(
                    edition,
                    line.uuid(),
                    line.version(),
                    new RequestForm(CourseType.WHOLE, holder, false, null, 28, 14, null, null, List.of()));
            return null;
        });
    }

    private void announce(String number) {
        as("NOORD", EditionAnnouncements.class, announcements -> {
            announcements.announce(edition, "RGS-HA", number);
            return null;
        });
    }

    private static AskedPoints point(String category, String part, String points) {
        return new AskedPoints(category, part, new BigDecimal(points));
    }

    private RequestLine only() {
        return page().requests().get(0);
    }

    private AccreditationPage page() {
        return pageOf("NOORD");
    }

    private AccreditationPage pageOf(String organisation) {
        return as(organisation, AccreditationRequests.class, requests -> requests.page(edition));
    }

    private List<String> pending() {
        return as(
                "ZUID",
                Accreditations.class,
                accreditations ->
                        List.copyOf(accreditations.pending(Set.of(edition)).getOrDefault(edition, List.of())));
    }

    private static <T> T step(Function<AccreditationRequests, T> work) {
        return as("NOORD", AccreditationRequests.class, work);
    }

    private static <B, T> T as(String organisation, Class<B> boundary, Function<B, T> work) {
        CurrentUser caller = database.staffOf(organisation);
        return database.inTransaction(em -> {
            T done = work.apply(made(boundary, em, AgendaDatabase.CLOCK, caller));
            em.flush();
            return done;
        });
    }

    private static List<String> tasks() {
        return texts(
                "select due_on || ' ' || title || ' ' || coalesce(outcome, 'open') from crm.task order by due_on, title");
    }

    private String editionState() {
        return texts("select accreditation_state from crm.edition").get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(String sql) {
        return database.inTransaction(em -> (List<String>) query(em, sql).getResultList());
    }

    private static Query query(EntityManager em, String sql) {
        return em.createNativeQuery(sql);
    }
}
