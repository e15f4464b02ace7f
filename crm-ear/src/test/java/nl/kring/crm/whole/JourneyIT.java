package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The main job of the product in a real browser: from the registers of five organisations to a certificate that a stranger
 * can check. The steps follow each other; each keeps its pictures.
 */
@WholeProduct
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    private static final String COURSE = "Spoed in de praktijk: ABCDE";
    private static final String TEAM = "nascholing@fea.example.nl";
    private static final Truth TRUTH = new Truth();

    private static Visitor.Machine machine;

    @BeforeAll
    static void start() {
        machine = new Visitor.Machine();
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    @Order(1)
    void a_staff_of_five_organisations_bring_their_registers_in() {
        for (Map.Entry<String, String> file : Truth.FILES.entrySet()) {
            String register = file.getKey();
            try (Visitor clerk = machine.atADesk().signIn(register.toLowerCase(Locale.ROOT) + "@example.nl")) {
                Page page = clerk.page();
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Registers inlezen"))
                        .first()
                        .click();
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Een register inlezen"))
                        .first()
                        .click();
                page.getByLabel("Register *").selectOption(register);
                page.getByLabel("Bestand *")
                        .setInputFiles(new FilePayload(
                                file.getValue(), "application/octet-stream", Truth.file(file.getValue())));
                clerk.shows("a-choose-" + register);
                page.locator("#import\\:apply").click();
                assertThat(page.locator("#run\\:progress .k-badge").first())
                        .hasText(
                                "Klaar",
                                new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                        .setTimeout(60_000));
                clerk.shows("a-imported-" + register);
                long rows = TRUTH.rows(register);
                long junk = TRUTH.junk(register);
                assertThat(fact(page, "Rijen gelezen")).isEqualTo(rows);
                assertThat(fact(page, "Geweigerd")).isEqualTo(junk);
                assertThat(fact(page, "Nieuwe personen")
                                + fact(page, "Nieuw, misschien al bekend")
                                + fact(page, "Gekoppeld aan een bekende persoon"))
                        .isEqualTo(rows - junk);
                assertThat(page.getByText("Geweigerde rijen met hun reden").count())
                        .isEqualTo(junk > 0 ? 1 : 0);
            }
        }
    }

    @Test
    @Order(2)
    void a_broken_file_is_refused_in_words_and_leaves_nothing() {
        Map<String, byte[]> broken = Map.of(
                "leeg.csv", new byte[0],
                "rekening.csv", "%PDF-1.7 geen register".getBytes(StandardCharsets.US_ASCII),
                "zonder-naam.csv", "Relatienummer;Functie\n1;Huisarts\n".getBytes(StandardCharsets.UTF_8),
                "unicode.csv", "Relatienummer;Naam volledig\n".getBytes(StandardCharsets.UTF_16),
                "afgebroken.xlsx", Arrays.copyOf(Truth.file("FEA_ledenlijst.xlsx"), 20_000));
        Map<String, String> refusals = Map.of(
                "leeg.csv", "leeg",
                "rekening.csv", "PDF",
                "zonder-naam.csv", "Naam volledig",
                "unicode.csv", "UTF-16",
                "afgebroken.xlsx", "Excel");
        int before = RegisterFixtures.links().size();
        try (Visitor clerk = machine.atADesk().signIn("thoon@example.nl")) {
            Page page = clerk.page();
            broken.forEach((name, content) -> {
                clerk.open("/intake/import-register.xhtml");
                page.getByLabel("Register *").selectOption("THOON");
                page.getByLabel("Bestand *").setInputFiles(new FilePayload(name, "text/csv", content));
                page.locator("#import\\:apply").click();
                assertThat(page.locator("main [role=alert]").first()).containsText(refusals.get(name));
                assertThat(page.locator("h1")).hasText("Een register inlezen");
                clerk.shows("a-broken-" + name.replace('.', '-'));
            });
        }
        assertThat(RegisterFixtures.links()).hasSize(before);
    }

    @Test
    @Order(3)
    void a_no_two_people_have_become_one() {
        Map<String, String> really = TRUTH.persons();
        Map<String, Set<String>> truePersonsOf = new HashMap<>();
        List<String[]> links = RegisterFixtures.links();
        for (String[] link : links) {
            truePersonsOf.computeIfAbsent(link[2], person -> new HashSet<>()).add(really.get(link[0] + " " + link[1]));
        }
        assertThat(links).hasSize(really.size());
        assertThat(truePersonsOf.values()).allMatch(persons -> persons.size() == 1);
        long automatic =
                links.stream().filter(link -> link[3].equals("automatic")).count();
        assertThat(automatic).as("rows that were recognised by an identifier").isGreaterThan(700);
    }

    @Test
    @Order(4)
    void b_somebody_is_found_by_a_piece_of_the_name_and_corrected_without_losing_what_sources_say() {
        String person = RegisterFixtures.knownToTwo().stream()
                .filter(JourneyIT::isOneOfAFewWithSuchAName)
                .findFirst()
                .orElseThrow();
        String piece = RegisterFixtures.pieceOfTheName(person);
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.page();
            page.keyboard().press("Control+k");
            page.keyboard().type(piece);
            page.keyboard().press("Enter");
            page.waitForURL("**/registry/search.xhtml?q=*");
            clerk.shows("b-found");
            page.locator("a[href*='" + person + "']").first().click();
            clerk.shows("b-who-says-what");
            assertThat(page.locator("#said").first()).isVisible();
            page.navigate("/registry/edit-person.xhtml?id=" + person + "&field=givenName");
            page.locator("#edit\\:value").fill("Xanthippe");
            page.locator("#edit\\:reason").fill("gebeld met de praktijk");
            clerk.shows("b-correct");
            page.locator("#edit\\:save").click();
            assertThat(page.locator("h1")).containsText("Xanthippe");
            clerk.shows("b-corrected");
            page.locator("#undo\\:undo-button").click();
            assertThat(page.locator("h1")).not().containsText("Xanthippe");
        }
    }

    /** The first page of the search shows ten; of a name that half the region bears they need not be these. */
    private static boolean isOneOfAFewWithSuchAName(String person) {
        List<JsonObject> found = Api.as("fea-staff")
                .get("/persons?size=25&q=" + RegisterFixtures.pieceOfTheName(person))
                .object()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        return found.size() <= 5
                && found.stream().anyMatch(each -> each.getString("uuid").equals(person));
    }

    @Test
    @Order(5)
    void c_a_course_is_planned_and_published_in_the_agenda_of_all() {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/agenda/plan-course.xhtml").page();
            page.getByLabel("Titel *").fill(COURSE);
            page.getByLabel("Omschrijving").fill("Oefenen met een acuut zieke patiënt, in kleine groepen.");
            page.getByLabel("Huisarts", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.locator("[id$='add']").click();
            Locator starts = page.locator("input[type=datetime-local][id$='starts']");
            assertThat(starts).hasCount(2);
            page.getByLabel("Aantal plaatsen *").fill("1");
            page.getByLabel("Prijs in euro").fill("125,00");
            page.getByLabel("Herregistratie huisarts").first().fill("4");
            clerk.shows("c-plan");
            page.locator("#course\\:publish").click();
            assertThat(page.locator("h1")).hasText(COURSE);
            clerk.shows("c-published");
        }
        try (Visitor colleague = machine.atADesk().signIn("thoon@example.nl")) {
            Page page = colleague.open("/agenda/browse-agenda.xhtml").page();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(COURSE)))
                    .isVisible();
            colleague.shows("c-agenda-of-another-organisation");
        }
    }

    @Test
    @Order(6)
    void d_the_last_seat_is_given_once_and_passed_on_when_it_comes_free() throws SQLException {
        answersGoTo(TEAM);
        try (Visitor first = machine.onAPhone();
                Visitor second = machine.onAPhoneAtNight()) {
            enrolFromTheStreet(first, "huisarts@example.nl", "d-agenda-phone");
            assertThat(first.page().locator(".k-note.k-ok")).containsText("U bent ingeschreven");
            first.shows("d-enrolled");
            enrolFromTheStreet(second, "huisarts2@example.nl", "d-agenda-phone-dark");
            assertThat(second.page().locator(".k-note.k-ok")).containsText("wachtlijst");
            second.shows("d-waiting");

            first.page().locator("details summary").getByText("Afmelden").click();
            first.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ja, meld mij af"))
                    .click();
            assertThat(first.page().locator(".k-note.k-ok")).containsText("U bent afgemeld");
            first.shows("d-cancelled");

            second.open("/enrolment/my-enrolments.xhtml");
            second.shows("d-offered");
            second.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ja, ik neem de plaats"))
                    .click();
            assertThat(second.page().getByText("Hier hebt u een plaats")).isVisible();
            second.shows("d-promoted");
        }
    }

    @Test
    @Order(7)
    void d_everybody_gets_mail_with_a_calendar_invitation() throws MessagingException, IOException {
        assertThat(Surroundings.mail().waitForIncomingEmail(20_000, 5)).isTrue();
        assertThat(Mailbox.textsTo("huisarts@example.nl"))
                .anyMatch(mail -> mail.contains("BEGIN:VCALENDAR") && mail.contains("METHOD:REQUEST"))
                .anyMatch(mail -> mail.contains("METHOD:CANCEL"));
        assertThat(Mailbox.answersTo("huisarts@example.nl")).isNotEmpty().containsOnly(TEAM);
        assertThat(Mailbox.textsTo("huisarts2@example.nl"))
                .anyMatch(mail -> !mail.contains("BEGIN:VCALENDAR"))
                .anyMatch(mail -> mail.contains("BEGIN:VCALENDAR") && mail.contains("METHOD:REQUEST"));
    }

    @Test
    @Order(8)
    void e_attendance_becomes_a_certificate_that_anybody_can_check() throws SQLException {
        someWeeksLater();
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/agenda/list-editions.xhtml").page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(COURSE))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Presentie"))
                    .click();
            page.locator("#sheet\\:everybody").click();
            clerk.shows("e-attendance");
            page.locator("#sheet\\:issue").click();
            assertThat(page.locator("#messages")).containsText("1 bewijs uitgereikt");
            clerk.shows("e-issued");
        }
        String code;
        try (Visitor participant = machine.onAPhone().signIn("huisarts2@example.nl")) {
            Page page = participant.open("/attendance/my-certificates.xhtml").page();
            participant.shows("e-my-certificates");
            Locator pdf = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bewijs downloaden"));
            APIResponse file = page.request().get(pdf.getAttribute("href"));
            assertThat(file.status()).isEqualTo(200);
            assertThat(new String(file.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            code = page.locator("dd").allTextContents().stream()
                    .filter(text -> text.strip().matches("[A-Z0-9]{4}(-[A-Z0-9]{4}){3}"))
                    .findFirst()
                    .orElseThrow();
        }
        try (Visitor stranger = machine.onAPhone()) {
            Page page = stranger.open("/attendance/verify-certificate.xhtml").page();
            page.locator("#code").fill(code.toLowerCase(Locale.ROOT).replace("-", " "));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Controleren"))
                    .click();
            assertThat(page.getByText("Ja, dit bewijs is echt")).isVisible();
            assertThat(page.getByText(COURSE)).isVisible();
            stranger.shows("e-verified");
            stranger.open("/attendance/verify-certificate.xhtml?code=AAAA-BBBB-CCCC-DDDD");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Niet gevonden")))
                    .isVisible();
        }
    }

    private static void answersGoTo(String address) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into crm.reply_address (organisation_id, address, changed_at) select id, '"
                    + address + "', now() from crm.organisation where code = 'FEA'");
        }
    }

    private static void enrolFromTheStreet(Visitor visitor, String email, String picture) {
        Page page = visitor.open("/").page();
        visitor.shows(picture);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(COURSE))
                .click();
        visitor.shows(picture + "-course");
        page.locator("main a[href*='/enrolment/enrol.xhtml']").click();
        page.getByLabel("E-mailadres").fill(email);
        page.getByLabel("Wachtwoord").fill(Screens.PASSWORD);
        page.locator("#sign-in\\:submit").click();
        page.waitForURL("**/enrolment/enrol.xhtml*");
        visitor.shows(picture + "-enrol");
        page.locator("#enrol\\:submit").click();
        page.waitForURL("**/enrolment/my-enrolments.xhtml*");
    }

    private static long fact(Page page, String label) {
        Locator value = page.locator("dt:text-is('" + label + "') + dd");
        return Long.parseLong(value.textContent().strip().replace(".", ""));
    }

    /** The course was weeks ahead; now it was yesterday. */
    private static void someWeeksLater() throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update crm.session set starts_at = now() - interval '1 day',
                                           ends_at = now() - interval '1 day' + interval '2 hours'""");
            statement.executeUpdate("""
                    update crm.edition set starts_at = now() - interval '1 day', enrol_until = null,
                                           ends_at = now() - interval '1 day' + interval '2 hours'""");
        }
    }
}
