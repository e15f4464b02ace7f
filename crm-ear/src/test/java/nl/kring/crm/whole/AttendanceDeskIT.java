package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What comes after the door, at a desk: the signed list, the report of an online evening, somebody of whom the office knows better,
 * and who came late or left early, with points by the rule of the organisation.
 */
@WholeProduct
class AttendanceDeskIT {

    private static final String ALIAS = "iPad van boven";
    private static final DateTimeFormatter TEAMS =
            DateTimeFormatter.ofPattern("M/d/yy, h:mm:ss a", Locale.ENGLISH).withZone(ZoneId.of("Europe/Amsterdam"));

    private static Visitor.Machine machine;
    private static List<String> people;

    @BeforeAll
    static void a_rule_for_who_was_there_for_a_part() throws Exception {
        machine = new Visitor.Machine();
        people = RegisterFixtures.people(8, "BALIE");
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/attendance/set-presence-rules.xhtml").page();
            page.locator("#rule\\:scheme").selectOption("RGS-HA");
            page.locator("#rule\\:whole").fill("90");
            page.locator("#rule\\:part").fill("40");
            page.locator("#rule\\:say").click();
            assertThat(page.locator("#messages")).containsText("De regel geldt vanaf nu");
            clerk.shows("desk-presence-rule");
        }
    }

    @AfterAll
    static void the_rule_is_dropped() throws Exception {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/attendance/set-presence-rules.xhtml").page();
            page.locator("#rules button[aria-label='Regel laten vervallen: RGS-HA']")
                    .click();
            assertThat(page.locator("#messages")).containsText("geldt weer de regel voor alle registers");
        }
        machine.close();
    }

    @Test
    void the_signed_list_is_kept_opened_and_at_hand_where_the_registers_are_told() throws Exception {
        String edition = AnEvening.of("Avond met een getekende lijst", people.subList(0, 2), -130, -10);
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/attendance/keep-list.xhtml?id=" + edition).page();
            assertThat(Paper.behind(page, page.locator("main a[href*='/attendance/list?']")))
                    .contains("Avond met een getekende lijst");
            page.locator("#put\\:file").setInputFiles(Paper.saying("getekend.pdf", "Handtekeningen van de avond"));
            page.locator("#put\\:keep").click();
            assertThat(page.locator("#messages")).containsText("De lijst is bewaard");
            Locator kept = page.locator("#signed a", new Page.LocatorOptions().setHasText("getekend.pdf"));
            assertThat(Paper.behind(page, kept)).contains("Handtekeningen van de avond");
            clerk.shows("desk-signed-list");
            String address = kept.getAttribute("href");

            clerk.open("/attendance/list-deliveries.xhtml?id=" + edition);
            assertThat(Paper.behind(page, page.locator("#signed-lists a[href='" + address + "']")))
                    .contains("Handtekeningen van de avond");
            clerk.shows("desk-deliveries-signed");
            assertThat(Screens.signedIn("thoon@example.nl").get(address).status())
                    .as("for who does not organise it")
                    .isEqualTo(404);

            page.locator("#signed-lists a", new Page.LocatorOptions().setHasText("Presentielijst op papier"))
                    .click();
            page.locator("#signed button[aria-label='Weghalen: getekend.pdf']").click();
            assertThat(page.locator("#messages")).containsText("De lijst is weggehaald");
            clerk.open("/attendance/list-deliveries.xhtml?id=" + edition);
            assertThat(page.locator("#signed-lists a[href*='signed-list']")).hasCount(0);
        }
    }

    @Test
    void a_report_of_teams_is_read_a_name_is_linked_by_hand_and_known_at_the_next_one() throws Exception {
        String edition = AnEvening.of("Avond op het scherm", people.subList(0, 4), -130, -10);
        String session = AnEvening.session(edition);
        Instant starts = Instant.parse(
                AnEvening.texts("select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                                + " from crm.session where uuid = '" + session + "'")
                        .get(0));
        String whole = line(displayed(0), "balie0@example.nl", starts, 0, 120);
        String half = line(displayed(2), "", starts, 60, 120);
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page =
                    clerk.open("/attendance/read-report.xhtml?id=" + session).page();
            reported(page, whole + line(ALIAS, "", starts, 0, 120) + half);
            assertThat(page.locator("#messages")).containsText("Ingelezen: 2 deelnemers herkend");
            assertThat(page.locator("#strangers")).containsText(ALIAS);
            clerk.shows("desk-report-stranger");
            page.locator("#strangers select").selectOption(enrolment(edition, 1));
            page.locator("#strangers\\:link").click();
            assertThat(page.locator("#messages")).containsText("Gekoppeld: 1");
            assertThat(page.locator("#strangers")).hasCount(0);
            assertThat(row(page, 1)).containsText("120 minuten");

            reported(page, whole + line(ALIAS, "", starts, 0, 119) + half);
            assertThat(page.locator("#messages")).containsText("Ingelezen: 3 deelnemers herkend");
            assertThat(page.locator("#strangers")).hasCount(0);
            assertThat(row(page, 1)).containsText("119 minuten");
            assertThat(row(page, 0)).containsText("aanwezig");
            assertThat(row(page, 2)).containsText("deels");

            page.locator("#rest\\:absent").click();
            assertThat(page.locator("#messages")).containsText("Als afwezig ingevuld: 1");
            assertThat(row(page, 3)).containsText("afwezig");
            clerk.shows("desk-report-read");
            assertThat(points(edition, 0)).containsExactly("2.0");
            assertThat(points(edition, 1)).containsExactly("2.0");
            assertThat(points(edition, 2)).as("half of it, by the rule").containsExactly("1.0");
            assertThat(points(edition, 3)).isEmpty();

            corrected(clerk, session, edition);
        }
    }

    /** Who is in no report was there all the same, and says why it was not seen. */
    private static void corrected(Visitor clerk, String session, String edition) throws SQLException {
        Page page = clerk.open("/attendance/check-in.xhtml?id=" + session).page();
        page.locator("main a[aria-label='Verbeteren: " + displayed(3) + "']").click();
        page.locator("#wrong\\:there").click();
        assertThat(page.locator("#problems-list")).isVisible();
        page.locator("#wrong\\:reason").fill("Keek mee bij een collega");
        page.locator("#wrong\\:there").click();
        assertThat(page.locator("#messages")).containsText("Verbeterd");
        Locator row = page.locator("#door-list li[data-enrolment='" + enrolment(edition, 3) + "']");
        assertThat(row).containsText("aanwezig");
        assertThat(row).containsText("Keek mee bij een collega");
        assertThat(points(edition, 3)).containsExactly("2.0");
        clerk.shows("desk-corrected");
    }

    @Test
    void who_comes_late_or_leaves_early_has_points_in_proportion() throws Exception {
        String edition = AnEvening.of("Avond met laatkomers", people.subList(4, 8), -50, 70);
        String session = AnEvening.session(edition);
        scannedInAtTheStart(session, enrolment(edition, 5));
        try (Visitor clerk = machine.onAPhone().signIn("fea@example.nl")) {
            Page page = clerk.open("/attendance/check-in.xhtml?id=" + session).page();
            Locator late = page.locator("#door-list li[data-enrolment='" + enrolment(edition, 4) + "']");
            Locator early = page.locator("#door-list li[data-enrolment='" + enrolment(edition, 5) + "']");
            late.locator("[data-scan=IN]").click();
            assertThat(page.locator("#door-said")).containsText("is binnen");
            early.locator("[data-scan=OUT]").click();
            assertThat(page.locator("#door-said")).containsText("is vertrokken");
            clerk.open("/attendance/check-in.xhtml?id=" + session);
            assertThat(late).containsText("deels");
            assertThat(early).containsText("deels");
            clerk.shows("desk-late-and-early");
            assertThat(points(edition, 4)).as("as long as it is being held").isEmpty();

            AnEvening.isOver(edition);
            clerk.open("/attendance/check-in.xhtml?id=" + session + "&correct=" + enrolment(edition, 6));
            page.locator("#wrong\\:reason").fill("Belde af");
            page.locator("#wrong\\:away").click();
            assertThat(page.locator("#messages")).containsText("Verbeterd");
        }
        assertThat(points(edition, 4)).as("70 minutes of two hours").containsExactly("1.0");
        assertThat(points(edition, 5)).as("50 minutes of two hours").containsExactly("0.5");
        assertThat(points(edition, 6)).as("who was not there").isEmpty();
        assertThat(points(edition, 7)).as("of whom nothing is known").isEmpty();
    }

    private static void scannedInAtTheStart(String session, String enrolment) {
        Instant now = Instant.now();
        Api.Answer answer = Api.as("fea-staff")
                .post(
                        "/sessions/" + session + "/scans",
                        Json.createObjectBuilder()
                                .add("device", "tablet")
                                .add("sentAt", now.toString())
                                .add(
                                        "scans",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add(
                                                                "id",
                                                                UUID.randomUUID()
                                                                        .toString())
                                                        .add("enrolment", enrolment)
                                                        .add("kind", "IN")
                                                        .add(
                                                                "at",
                                                                now.minus(Duration.ofMinutes(52))
                                                                        .toString())))
                                .build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** As Teams gives it: columns between tabs, in UTF-16 with its mark. */
    private static void reported(Page page, String lines) {
        String file = "1. Summary\nMeeting title\tAvond op het scherm\n\n2. Participants\n"
                + "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n" + lines
                + "\n3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n";
        page.locator("#report\\:file")
                .setInputFiles(new FilePayload(
                        "meetingAttendanceReport.csv",
                        "text/csv",
                        ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16LE)));
        page.locator("#report\\:read").click();
    }

    private static String line(String name, String email, Instant starts, int from, int to) {
        return String.join(
                        "\t",
                        name,
                        TEAMS.format(starts.plus(Duration.ofMinutes(from))),
                        TEAMS.format(starts.plus(Duration.ofMinutes(to))),
                        to - from + "m",
                        email,
                        "",
                        "Attendee")
                + "\n";
    }

    private static Locator row(Page page, int person) throws SQLException {
        return page.locator("#rest li", new Page.LocatorOptions().setHasText(displayed(person)));
    }

    private static String displayed(int person) throws SQLException {
        return AnEvening.texts("select display_name from crm.person where uuid = '" + people.get(person) + "'")
                .get(0);
    }

    private static String enrolment(String edition, int person) throws SQLException {
        return AnEvening.texts(
                        "select cast(n.uuid as text) from crm.enrolment n join crm.edition e on e.id = n.edition_id"
                                + " join crm.person p on p.id = n.person_id where e.uuid = '" + edition
                                + "' and p.uuid = '" + people.get(person) + "'")
                .get(0);
    }

    /** All that stands for somebody at the register of GPs for an edition; nothing when it comes to nothing. */
    private static List<String> points(String edition, int person) throws SQLException {
        return AnEvening.texts("select cast(sum(k.points) as text) from crm.credit_entry k"
                + " join crm.enrolment n on n.id = k.enrolment_id where n.uuid = '" + enrolment(edition, person)
                + "' and k.scheme_code = 'RGS-HA' having sum(k.points) <> 0");
    }
}
