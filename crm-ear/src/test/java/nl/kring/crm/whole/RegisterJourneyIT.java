package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.kring.crm.platform.SystemClock;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A day with the base register in a real browser: found in spite of a typing error, renamed from a day, listed as of a
 * day, frozen and compared, called, written beside, proposed about, and taken over. Each step keeps its picture.
 */
@WholeProduct
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisterJourneyIT {

    private static final String REGISTER = "REIS";
    private static final String ROWS =
            "nummer;achternaam;voorletters;geboren;beroep;mail;praktijk;agbpraktijk;pc;plaats\n"
                    + "1;Zwartewatermolen;A.;01-02-1970;Huisarts;molen@example.nl;Praktijk Peildatum;01999001;7551 AC;Hengelo\n"
                    + "2;Opvolgerink;B.;03-04-1985;Huisarts;opvolgerink@example.nl;Praktijk Peildatum;01999001;7551 AC;Hengelo\n"
                    + "3;Overkantstra;C.;05-06-1975;Huisarts;overkant@example.nl;Praktijk Overkant;01999002;7551 AD;Hengelo\n";

    private static Visitor.Machine machine;
    private static Visitor clerk;
    private static Page page;
    private static String former;
    private static String present;
    private static String practice;
    private static String other;

    @BeforeAll
    static void start() {
        RegisterFixtures.withPractices("FEA", REGISTER, ROWS);
        former = person("Zwartewatermolen");
        present = person("Opvolgerink");
        practice = organisation("Praktijk Peildatum");
        other = organisation("Praktijk Overkant");
        owner(former, "2010-01-01", "2023-12-31");
        owner(present, "2024-01-01", null);
        machine = new Visitor.Machine();
        clerk = machine.atADesk().signIn("fea@example.nl");
        page = clerk.page();
    }

    @AfterAll
    static void stop() {
        clerk.close();
        machine.close();
    }

    @Test
    @Order(1)
    void somebody_is_found_by_keyboard_in_spite_of_a_typing_error() {
        page.keyboard().press("Control+k");
        page.keyboard().type("zwartewatremolen hengelo");
        page.keyboard().press("Enter");
        Locator first = page.locator("main .k-hits a").first();
        assertThat(first).containsText("Zwartewatermolen");
        clerk.shows("r-found");
        first.click();
        assertThat(page.locator("h1")).containsText("Zwartewatermolen");
        clerk.shows("r-card");
    }

    @Test
    @Order(2)
    void the_owners_in_hengelo_of_a_day_are_three_choices_away() {
        clerk.open("/registry/find-person.xhtml");
        assertThat(owners("2022-01-01")).containsExactly("Zwartewatermolen");
        clerk.shows("r-owners-2022");
        assertThat(owners(null)).containsExactly("Opvolgerink");
        clerk.shows("r-owners-today");
    }

    @Test
    @Order(3)
    void the_file_of_a_list_says_what_the_screen_says() throws IOException {
        owners(null);
        List<String> shown =
                page.locator("main table tbody tr").first().locator("td").allInnerTexts();
        Download file = page.waitForDownload(() ->
                page.locator("main a[href*='persons-file?as=csv']").first().click());
        List<CSVRecord> lines = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .get()
                .parse(Files.newBufferedReader(file.path(), StandardCharsets.UTF_8))
                .getRecords();
        assertThat(lines).hasSize(page.locator("main table tbody tr").count() + 1);
        assertThat(lines.get(1).toList().stream().map(String::strip))
                .containsExactlyElementsOf(shown.stream()
                        .map(String::strip)
                        .skip(shown.size() - lines.get(1).size())
                        .toList());
    }

    @Test
    @Order(4)
    void a_list_is_frozen_and_tells_later_what_is_otherwise() {
        owners(null);
        page.getByLabel("Bevries deze lijst als").fill("Eigenaren Hengelo");
        page.locator("[id='freeze:save']").click();
        assertThat(page.locator("h1")).hasText("Eigenaren Hengelo");
        clerk.shows("r-frozen");
        String address = page.url();
        owner(person("Overkantstra"), "2020-01-01", null);
        page.navigate(address + "&show=since");
        assertThat(page.locator("[aria-labelledby=added]")).containsText("Overkantstra");
        clerk.shows("r-frozen-since");
    }

    @Test
    @Order(5)
    void a_new_name_from_a_day_leaves_the_old_one_findable() {
        clerk.open("/registry/edit-person.xhtml?id=" + present + "&field=birthName");
        page.locator("[id='edit:intent']").selectOption("true");
        page.locator("[id='edit:value']").fill("Naamswijzigink");
        page.locator("[id='edit:from']").fill("2026-01-01");
        page.locator("[id='edit:reason']").fill("Akte gezien");
        clerk.shows("r-rename");
        page.locator("[id='edit:save']").click();
        assertThat(page.locator("h1")).containsText("Naamswijzigink");
        assertThat(page.locator("main")).containsText("Opvolgerink");
        clerk.shows("r-renamed");
        clerk.open("/registry/search.xhtml?q=opvolgerink");
        assertThat(page.locator("main .k-hits a").first()).containsText("Naamswijzigink");
        clerk.open("/registry/view-person.xhtml?id=" + present + "&asOf=2025-12-31");
        assertThat(page.locator("h1")).containsText("Opvolgerink");
    }

    @Test
    @Order(6)
    void a_call_with_its_follow_up_stands_on_vandaag_until_it_is_done() {
        clerk.open("/registry/view-person.xhtml?id=" + present);
        page.locator("[id='contact:note']").fill("Vraagt wanneer de ledenlijst komt");
        page.locator("[id='contact:call-back-on']")
                .fill(LocalDate.now(SystemClock.AMSTERDAM).toString());
        page.locator("[id='contact:save']").click();
        assertThat(page.locator("main")).containsText("Vraagt wanneer de ledenlijst komt");
        clerk.shows("r-called");
        clerk.open("/workbench/today.xhtml");
        assertThat(page.locator("[aria-labelledby=tasks-title]")).containsText("Naamswijzigink");
        clerk.shows("r-today");
    }

    @Test
    @Order(7)
    void a_block_of_a_spreadsheet_is_seen_first_and_taken_back_whole() throws SQLException {
        ownField("Kerstkaart reis");
        clerk.open("/workbench/paste-values.xhtml");
        page.locator("[id='paste:text']")
                .fill("E-mail\tKerstkaart reis\nmolen@example.nl\tja\nniemand@example.nl\tnee");
        page.locator("[id='paste:look']").click();
        assertThat(page.locator("[id='preview'] tbody tr")).hasCount(2);
        clerk.shows("r-paste-preview");
        page.locator("[id='preview:apply']").click();
        assertThat(page.locator("[id='done:undo']")).isVisible();
        assertThat(value("Kerstkaart reis")).isEqualTo(1);
        clerk.shows("r-pasted");
        page.locator("[id='done:undo']").click();
        page.waitForLoadState();
        assertThat(value("Kerstkaart reis")).isZero();
    }

    @Test
    @Order(8)
    void another_organisation_proposes_a_number_and_the_steward_decides() {
        try (Visitor thoon = machine.atADesk().signIn("thoon@example.nl")) {
            thoon.open("/registry/edit-person.xhtml?id=" + former + "&field=agb");
            Page theirs = thoon.page();
            theirs.locator("[id='edit:value']").fill("01876543");
            theirs.locator("[id='edit:reason']").fill("Staat zo op de declaratie");
            theirs.locator("[id='edit:save']").click();
            theirs.locator("[id='proposal:reason']").fill("Staat zo op de declaratie");
            thoon.shows("r-propose");
            theirs.locator("[id='proposal:propose']").click();
            theirs.waitForLoadState();
        }
        clerk.open("/governance/list-proposals.xhtml");
        clerk.shows("r-proposals");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Overnemen"))
                .first()
                .click();
        page.waitForLoadState();
        assertThat(Api.as("fea-staff").get("/persons/" + former).object().getString("agb"))
                .isEqualTo("01876543");
    }

    @Test
    @Order(9)
    void a_takeover_is_seen_beforehand_applied_and_taken_back() {
        String there = "/organisations/" + other + "/affiliations?role=PRACTICE_OWNER&asOf=2030-01-01";
        int before = owners(there).size();
        clerk.open("/registry/plan-succession.xhtml?kind=TAKEOVER&day=01-01-2027&old=" + practice + "&to=" + other);
        assertThat(page.locator("[id='preview']")).isVisible();
        clerk.shows("r-succession-preview");
        page.locator("[id='succession:reason']").fill("Praktijkoverdracht");
        page.locator("[id='succession:apply']").click();
        assertThat(page.locator("[id='undo:undo-button']")).isVisible();
        clerk.shows("r-succession-applied");
        assertThat(owners(there)).hasSize(before + 2);
        page.locator("[id='undo:undo-button']").click();
        page.waitForLoadState();
        assertThat(owners(there)).hasSize(before);
        clerk.shows("r-succession-undone");
    }

    /** Asks the list as a clerk does: role, municipality, day; answers the surnames of this journey. */
    private static List<String> owners(String day) {
        if (day != null && day.startsWith("/")) {
            return Api.as("fea-staff").get(day).object().getJsonArray("items").stream()
                    .map(Object::toString)
                    .toList();
        }
        clerk.open("/registry/find-person.xhtml");
        page.locator("#role").selectOption("PRACTICE_OWNER");
        page.locator("#municipality").selectOption("Hengelo");
        if (day != null) {
            page.locator("#asOf").fill(day);
        }
        page.locator("main form button[type=submit]").first().click();
        page.waitForLoadState();
        List<String> found = new ArrayList<>();
        String shown = String.join(" ", page.locator("main table tbody tr").allInnerTexts());
        for (String surname : List.of("Zwartewatermolen", "Opvolgerink")) {
            if (shown.contains(surname)) {
                found.add(surname);
            }
        }
        return found;
    }

    private static void owner(String person, String from, String to) {
        var wanted = Json.createObjectBuilder()
                .add("person", person)
                .add("organisation", practice)
                .add("role", "PRACTICE_OWNER")
                .add("validFrom", from);
        if (to != null) {
            wanted.add("validTo", to);
        }
        var made = Api.as("fea-staff").post("/affiliations", wanted.build());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private static String person(String name) {
        return Api.as("fea-staff")
                .get("/persons?q=" + name)
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("uuid");
    }

    private static String organisation(String name) {
        return Api.as("fea-staff")
                .get("/organisations?q=" + name.replace(" ", "%20"))
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("uuid");
    }

    private static void ownField(String name) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into crm.own_field (id, uuid, organisation_id, subject, name, kind, created_at)"
                            + " select nextval('crm.entity_seq'), gen_random_uuid(), id, 'PERSON', '" + name
                            + "', 'YES_NO', now() from crm.organisation where code = 'FEA'");
        }
    }

    private static int value(String field) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from crm.own_value v join crm.own_field f on f.id = v.field_id where f.name = '"
                                + field + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
