package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sheet of participants: its totals, its numbers, its files, what cancelling costs there, and why somebody was cancelled. */
@WholeProduct
class SheetFilesIT {

    private static final Pattern LINK = Pattern.compile("answer-offer\\.xhtml\\?token=([A-Za-z0-9_.-]+)");
    private static final List<String> COLUMNS = List.of(
            "Naam",
            "Functie",
            "Werkplek",
            "Nummer",
            "Stand",
            "Plaats",
            "Betaler",
            "Kenmerk",
            "Dieet",
            "Aanwezig",
            "Notitie",
            "Bevestiging naar",
            "Ingeschreven op");

    private static Visitor.Machine machine;
    private static List<String> people;

    private String edition;
    private List<String> enrolments;

    @BeforeAll
    static void four_people() throws SQLException {
        machine = new Visitor.Machine();
        people = RegisterFixtures.people(5, "BLADEN");
        for (int at = 0; at < 4; at++) {
            change("update crm.person set display_name = 'Blad " + (char) ('A' + at) + "', sort_name = 'blad " + at
                    + "', workplace = 'Praktijk " + (at < 2 ? "Oost" : "West") + "', profession = '"
                    + (at == 2 ? "DOCTORS_ASSISTANT" : "GP") + "', big = null, agb = null where uuid = '"
                    + people.get(at) + "'");
        }
        change("update crm.person set big = '19012345601' where uuid = '" + people.get(0) + "'");
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @BeforeEach
    void a_course_with_three_seats_that_asks_what_is_eaten() throws SQLException {
        edition = Api.course("Bladeren", 40, 3);
        change("insert into crm.course_question (id, uuid, course_id, position, kind, text, required)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 1, 'DIET', 'Wat eet u niet?', false"
                + " from crm.edition where uuid = '" + edition + "'");
        change("update crm.edition set price_cents = 9500 where uuid = '" + edition + "'");
        enrolments = people.stream().limit(4).map(this::enrolled).toList();
        for (int at = 0; at < 2; at++) {
            change("insert into crm.enrolment_answer (enrolment_id, question_id, answer)"
                    + " select n.id, q.id, '" + (at == 0 ? "Noten" : "noten") + "' from crm.enrolment n"
                    + " join crm.edition e on e.id = n.edition_id join crm.course_question q on q.course_id = e.course_id"
                    + " where n.uuid = '" + enrolments.get(at) + "'");
        }
    }

    private String enrolled(String person) {
        var made = Api.as("fea-staff")
                .post(
                        "/editions/" + edition + "/enrolments",
                        Json.createObjectBuilder().add("person", person).build());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.object().getString("uuid");
    }

    @Test
    void the_totals_of_professions_and_of_what_is_eaten_stand_on_top() {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/enrolment/list-participants.xhtml?id=" + edition)
                    .page();
            assertThat(page.locator("main .k-row .k-badge"))
                    .hasText(new String[] {"Huisarts 2", "Doktersassistent 1", "noten 2"});
            assertThat(page.locator("#sheet tr", new Page.LocatorOptions().setHasText("Blad A")))
                    .containsText("Praktijk Oost");
            assertThat(page.locator("#sheet tr", new Page.LocatorOptions().setHasText("Blad A")))
                    .containsText("BIG 19012345601");
        }
    }

    @Test
    void the_files_of_the_sheet_have_its_columns_and_who_was_there() throws SQLException {
        Screens staff = Screens.signedIn("fea@example.nl");
        String address = "/enrolment/participants-file?id=" + edition;
        assertThat(OpenedFile.xlsx(staff, address, COLUMNS.size()).get(1).get(9))
                .as("it has not begun")
                .isEmpty();
        begins();
        change("insert into crm.attendance (id, uuid, enrolment_id, session_id, present, recorded_at)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), n.id, s.id, n.uuid = '" + enrolments.get(0)
                + "', now() from crm.enrolment n join crm.session s on s.edition_id = n.edition_id where n.uuid in ('"
                + enrolments.get(0) + "', '" + enrolments.get(1) + "')");
        change(
                "update crm.enrolment set payer_kind = 'PRACTICE', payer_reference = 'PO 7', note = '=1+1' where uuid = '"
                        + enrolments.get(0) + "'");

        for (List<List<String>> file :
                List.of(OpenedFile.xlsx(staff, address, COLUMNS.size()), OpenedFile.csv(staff, address + "&as=csv"))) {
            assertThat(file).hasSize(5);
            assertThat(file.get(0)).isEqualTo(COLUMNS);
            List<String> first = file.get(1);
            assertThat(first.subList(0, 10))
                    .containsExactly(
                            "Blad A",
                            "Huisarts",
                            "Praktijk Oost",
                            "BIG 19012345601",
                            "Ingeschreven",
                            "",
                            "De praktijk",
                            "PO 7",
                            "Noten",
                            "ja");
            assertThat(first.get(10)).endsWith("=1+1");
            assertThat(file.get(2).get(9)).isEqualTo("nee");
            assertThat(file.get(3).get(9)).as("nobody wrote it down").isEmpty();
            assertThat(file.get(4).subList(4, 6)).containsExactly("Wachtlijst", "1");
        }
        List<List<String>> plain = OpenedFile.csv(staff, "/enrolment/participants.csv?id=" + edition);
        assertThat(plain.get(0))
                .containsExactly(
                        "Naam", "Functie", "Werkplek", "Stand", "Plaats", "Bevestiging naar", "Ingeschreven op");
        assertThat(plain.get(1).subList(0, 4)).containsExactly("Blad A", "Huisarts", "Praktijk Oost", "Ingeschreven");
        assertThat(plain).hasSize(5);
    }

    @Test
    void what_cancelling_costs_is_shown_first_and_why_stands_in_the_story() throws SQLException {
        change(
                "update crm.edition set starts_at = now() + interval '3 days', ends_at = now() + interval '4 days' where uuid = '"
                        + edition + "'");
        change("update crm.enrolment set price_cents = 9500, policy_version_id = null where uuid = '"
                + enrolments.get(1) + "'");
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/enrolment/list-participants.xhtml?id=" + edition)
                    .page();
            var row = page.locator("#sheet tbody tr", new Page.LocatorOptions().setHasText("Blad B"));
            row.locator("summary").click();
            String shown = row.locator("details p").textContent();
            assertThat(shown.strip()).isEqualTo("Kosten op dit moment: € 95,00.");
            row.locator("details input[type=text]").fill("ziek gemeld bij de balie");
            row.locator("details button").click();
            assertThat(page.locator(".k-note.k-ok")).containsText("geannuleerd");
            assertThat(text("select fee_cents from crm.enrolment where uuid = '" + enrolments.get(1) + "'"))
                    .as("what was shown is what is owed")
                    .isEqualTo("9500");
            clerk.open("/enrolment/view-enrolment.xhtml?id=" + enrolments.get(1));
            assertThat(page.locator("section[aria-labelledby=story]")).containsText("ziek gemeld bij de balie");
            clerk.shows("enrolment-with-a-reason");

            clerk.open("/enrolment/view-enrolment.xhtml?id=" + enrolments.get(0));
            assertThat(page.locator("main")).containsText("Kosten op dit moment");
            page.locator("#end\\:because").fill("dubbel ingeschreven");
            page.locator("#end\\:cancel").click();
            assertThat(page.locator("section[aria-labelledby=story]")).containsText("dubbel ingeschreven");
            assertThat(page.locator("#end")).hasCount(0);
        }
    }

    @Test
    void a_missing_number_is_typed_in_the_row() throws SQLException {
        change("insert into crm.accreditation (id, uuid, course_id, scheme_code, points)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 'KABIZ-DA', 2 from crm.edition where uuid = '"
                + edition + "'");
        change("update crm.person set profession = 'DOCTORS_ASSISTANT' where uuid = '" + people.get(4) + "'");
        enrolled(people.get(4));
        String name = text("select display_name from crm.person where uuid = '" + people.get(4) + "'");
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/enrolment/list-participants.xhtml?id=" + edition)
                    .page();
            String cell = "input[aria-label='" + name + ", Nummer KABIZ-DA']";
            assertThat(page.locator("input[aria-label*=', Nummer ']")).hasCount(2);
            page.locator(cell).fill("!");
            page.locator("#sheet\\:save").click();
            assertThat(page.locator("#messages")).containsText("1 rij is niet bewaard");
            page.locator(cell).fill("DA 4711");
            page.locator("#sheet\\:save").click();
            assertThat(page.locator("#messages")).containsText("1 rij bewaard");
            assertThat(page.locator("#sheet tr", new Page.LocatorOptions().setHasText(name)))
                    .containsText("KABIZ-DA DA4711");
            clerk.shows("sheet-number");
        }
        assertThat(text("select o.code from crm.statement s join crm.organisation o on o.id = s.organisation_id"
                        + " where s.field = 'registerNumber' and s.value = 'DA4711'"))
                .isEqualTo("FEA");
    }

    @Test
    void who_waits_leaves_the_list_by_the_link_of_the_mail_that_says_so() throws Exception {
        String title = "Wachten met een uitweg";
        String other = Api.course(title, 40, 1);
        var seat = Api.as("fea-staff")
                .post(
                        "/editions/" + other + "/enrolments",
                        Json.createObjectBuilder().add("person", people.get(0)).build());
        assertThat(seat.object().getString("state")).isEqualTo("CONFIRMED");
        var mine = Api.as("gp")
                .post(
                        "/editions/" + other + "/enrolments",
                        Json.createObjectBuilder().build());
        assertThat(mine.object().getString("state")).isEqualTo("WAITLISTED");
        String token = Mailbox.link("huisarts@example.nl", LINK, "op de wachtlijst", title);

        assertThat(Screens.anonymous()
                        .get("/enrolment/answer-offer.xhtml?token=" + token)
                        .status())
                .isEqualTo(200);
        assertThat(Api.as("gp")
                        .get("/enrolments/" + mine.object().getString("uuid"))
                        .object()
                        .getString("state"))
                .as("only looking changes nothing")
                .isEqualTo("WAITLISTED");
        Screens.anonymous()
                .post(
                        "/enrolment/answer-offer.xhtml?token=" + token,
                        "/enrolment/answer",
                        Map.of("token", token, "answer", "no"));

        assertThat(Api.as("gp")
                        .get("/enrolments/" + mine.object().getString("uuid"))
                        .object()
                        .getString("state"))
                .isEqualTo("CANCELLED");
        assertThat(text("select string_agg(v.what, ' ' order by v.id) from crm.enrolment_event v"
                        + " join crm.enrolment n on n.id = v.enrolment_id where n.uuid = '"
                        + mine.object().getString("uuid") + "'"))
                .isEqualTo("WAITLISTED LEFT");
    }

    private void begins() throws SQLException {
        for (String table : new String[] {"edition", "session"}) {
            change("update crm." + table
                    + " set starts_at = now() - interval '1 hour', ends_at = now() + interval '2 hours'"
                    + " where "
                    + (table.equals("edition") ? "uuid = '" : "edition_id = (select id from crm.edition where uuid = '")
                    + edition + (table.equals("edition") ? "'" : "')"));
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getString(1);
        }
    }
}
