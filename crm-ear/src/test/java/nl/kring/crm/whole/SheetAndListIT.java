package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A list file, the door, the sheet with its reasons and attendance, and what a participant changes afterwards. */
@WholeProduct
class SheetAndListIT {

    private static final String WHY_NOT = "Alle plaatsen zijn bezet.";
    private static final String ORDER =
            "Wie het langst wacht van wie hem mag hebben, krijgt de eerste plaats die vrijkomt.";

    private static Visitor.Machine machine;

    @BeforeAll
    static void people() throws SQLException {
        machine = new Visitor.Machine();
        for (String name : new String[] {"Lijsteen", "Lijsttwee"}) {
            change(
                    "insert into crm.person (id, uuid, profession, birth_name, display_name, sort_name, email, created_at)"
                            + " values (nextval('crm.entity_seq'), gen_random_uuid(), 'GP', '" + name + "', '" + name
                            + "', '"
                            + name.toLowerCase(java.util.Locale.ROOT) + "', '" + name.toLowerCase(java.util.Locale.ROOT)
                            + "@example.nl', now())");
        }
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void a_file_with_names_takes_seats_by_the_same_way_and_tells_beforehand_who_waits() throws SQLException {
        String edition = Api.course("Eén stoel voor een lijst", 40, 1);
        var mine = Api.as("gp");
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/enrolment/paste-participants.xhtml?id=" + edition)
                    .page();
            page.locator("#list\\:file")
                    .setInputFiles(new FilePayload(
                            "deelnemers.csv",
                            "text/csv",
                            "Naam;E-mail\nLijsteen;lijsteen@example.nl\nLijsttwee;lijsttwee@example.nl\n"
                                    .getBytes(StandardCharsets.UTF_8)));
            page.locator("#list\\:look").click();
            assertThat(page.locator("tbody tr").nth(0)).containsText("krijgt een plaats");
            assertThat(page.locator("tbody tr").nth(1)).containsText("wachtlijst, plaats 1");
            assertThat(page.locator("section[aria-labelledby=sent]")).containsText("1 × bevestiging");
            assertThat(page.locator("section[aria-labelledby=sent]")).containsText("plaats op de wachtlijst");
            assertThat(number(
                            "select taken from crm.seat_count s join crm.edition e on e.id = s.edition_id where e.uuid = '"
                                    + edition + "'"))
                    .as("nobody is enrolled by looking")
                    .isZero();
            clerk.shows("list-rehearsed");
            page.locator("#list\\:apply").click();
            assertThat(page.locator("tbody tr").nth(1)).containsText("Wachtlijst 1");
            assertThat(number(
                            "select taken from crm.seat_count s join crm.edition e on e.id = s.edition_id where e.uuid = '"
                                    + edition + "'"))
                    .isEqualTo(1);

            clerk.open("/enrolment/list-participants.xhtml?id=" + edition);
            assertThat(page.locator("#sheet tr", new Page.LocatorOptions().setHasText("Lijsttwee")))
                    .containsText(WHY_NOT);
            assertThat(page.locator("main")).containsText(ORDER);
            clerk.shows("sheet-why-not");
        }
        assertThat(Screens.signedIn("huisarts@example.nl")
                        .get("/enrolment/enrol.xhtml?id=" + edition)
                        .text())
                .as("before one is on the list")
                .contains(ORDER);
        assertThat(mine.post(
                                "/editions/" + edition + "/enrolments",
                                Json.createObjectBuilder().build(),
                                UUID.randomUUID().toString())
                        .object()
                        .getString("state"))
                .isEqualTo("WAITLISTED");
        assertThat(Screens.signedIn("huisarts@example.nl")
                        .get("/enrolment/my-enrolments.xhtml")
                        .text())
                .contains(WHY_NOT)
                .contains(ORDER);
    }

    @Test
    void who_stands_at_the_door_is_put_on_the_sheet_and_was_present() throws SQLException {
        String edition = Api.course("Aan de deur", 40, 5);
        String person = RegisterFixtures.people(1, "DEUR").get(0);
        String surname = text("select birth_name from crm.person where uuid = '" + person + "'");
        String name = text("select display_name from crm.person where uuid = '" + person + "'");
        for (String table : new String[] {"edition", "session"}) {
            change("update crm." + table
                    + " set starts_at = now() - interval '1 hour', ends_at = now() + interval '2 hours'"
                    + " where "
                    + (table.equals("edition") ? "uuid = '" : "edition_id = (select id from crm.edition where uuid = '")
                    + edition + (table.equals("edition") ? "'" : "')"));
        }
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/enrolment/list-participants.xhtml?id=" + edition + "&q=" + surname)
                    .page();
            page.locator("#participants tr", new Page.LocatorOptions().setHasText(name))
                    .locator("button")
                    .first()
                    .click();
            assertThat(page.locator(".k-note.k-ok")).containsText("De inschrijving is gemaakt");
            String present = "select[aria-label^='" + name + ", Aanwezig']";
            assertThat(page.locator(present)).hasValue("");
            page.locator(present).selectOption("true");
            page.locator("#sheet\\:save").click();
            assertThat(page.locator("#messages")).containsText("1 rij bewaard");
            clerk.shows("sheet-present");
            clerk.open("/enrolment/list-participants.xhtml?id=" + edition);
            assertThat(page.locator(present)).hasValue("true");
        }
    }

    @Test
    void a_request_is_decided_in_its_row() throws SQLException {
        String edition = Api.course("Op verzoek", 40, 5);
        change("insert into crm.seat_terms (edition_id, approval) select id, true from crm.edition where uuid = '"
                + edition + "' on conflict (edition_id) do update set approval = true");
        var asked = Api.as("gp")
                .post(
                        "/editions/" + edition + "/enrolments",
                        Json.createObjectBuilder().build(),
                        UUID.randomUUID().toString());
        assertThat(asked.object().getString("state")).isEqualTo("REQUESTED");
        try (Visitor clerk = machine.onAPhone().signIn("fea@example.nl")) {
            Page page = clerk.open("/enrolment/list-participants.xhtml?id=" + edition)
                    .page();
            page.locator("#sheet button", new Page.LocatorOptions().setHasText("Keur de aanvraag goed"))
                    .click();
            assertThat(page.locator(".k-note.k-ok")).containsText("goedgekeurd");
            clerk.shows("sheet-approved");
        }
    }

    @Test
    void a_mail_that_came_back_is_shown_at_the_person() throws SQLException {
        change("insert into crm.message (id, uuid, organisation_id, person_id, kind, recipient, subject, body, state,"
                + " created_at, next_attempt_at, message_id, bounce, bounced_at)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), o.id, p.id, 'enrolment-confirmed',"
                + " 'lijsteen@example.nl', 'Bevestiging', 'x', 'SENT', now(), now(), '<terug@kring>',"
                + " '550 5.1.1 postbus bestaat niet', now()"
                + " from crm.organisation o, crm.person p where o.code = 'FEA' and p.birth_name = 'Lijsteen'");
        String person = text("select cast(uuid as text) from crm.person where birth_name = 'Lijsteen'");
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/registry/view-person.xhtml?id=" + person).page();
            assertThat(page.locator("section[aria-labelledby=mail-title]")).containsText("postbus bestaat niet");
        }
        assertThat(Screens.signedIn("thoon@example.nl")
                        .get("/registry/view-person.xhtml?id=" + person)
                        .text())
                .as("for the organisation that sent it alone")
                .doesNotContain("postbus bestaat niet");
    }

    @Test
    void a_participant_changes_who_pays_and_what_is_eaten() throws SQLException {
        String edition = Api.course("Met eten en een prijs", 40, 5);
        change("update crm.edition set price_cents = 9500 where uuid = '" + edition + "'");
        change("insert into crm.course_question (id, uuid, course_id, position, kind, text, required)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 1, 'DIET', 'Wat eet u niet?', false"
                + " from crm.edition where uuid = '" + edition + "'");
        var made = Api.as("gp2")
                .post(
                        "/editions/" + edition + "/enrolments",
                        Json.createObjectBuilder().build(),
                        UUID.randomUUID().toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        try (Visitor gp = machine.onAPhone().signIn("huisarts2@example.nl")) {
            Page page = gp.open("/enrolment/my-enrolments.xhtml").page();
            page.locator("a[href*='/enrolment/change-enrolment.xhtml?id="
                            + made.object().getString("uuid") + "']")
                    .click();
            page.getByLabel("Wat eet u niet?").fill("noten");
            page.locator("#change\\:payer").selectOption("BUDGET");
            page.locator("#change\\:reference").fill("Scholing 2026");
            gp.shows("my-page-change");
            page.locator("#change\\:save").click();
            assertThat(page.locator("#messages")).containsText("gewijzigd");
            gp.shows("my-page-changed");
        }
        assertThat(text(
                        "select payer_kind || ' ' || payer_reference || ' ' || price_cents from crm.enrolment where uuid = '"
                                + made.object().getString("uuid") + "'"))
                .isEqualTo("BUDGET Scholing 2026 9500");
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/enrolment/view-enrolment.xhtml?id="
                            + made.object().getString("uuid"))
                    .page();
            assertThat(page.locator("section[aria-labelledby=story]")).containsText("Betaler gewijzigd");
            assertThat(page.locator("section[aria-labelledby=story]")).not().containsText("noten");
            clerk.open("/enrolment/phone.xhtml?person="
                    + text(
                            "select cast(p.uuid as text) from crm.enrolment n join crm.person p on p.id = n.person_id where n.uuid = '"
                                    + made.object().getString("uuid") + "'"));
            assertThat(page.locator("section[aria-labelledby=places-title]"))
                    .containsText("Nog te factureren: € 95,00");
            clerk.shows("phone-unpaid");
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        }
    }

    private static int number(String query) throws SQLException {
        return Integer.parseInt(text(query));
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
