package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What people say besides that they come: answers, who pays, what they want to hear; and whom staff write to from the sheet. */
@WholeProduct
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChoicesIT {

    private static final String COURSE = "Kiezen en delen";
    private static final String PRACTICE = "Praktijk De Betaler";
    private static final String GUEST = "keuzegast@example.nl";
    private static final Pattern LINK = Pattern.compile("confirm-guest\\.xhtml\\?token=([A-Za-z0-9_-]{43})");

    private static Visitor.Machine machine;
    private static String edition;

    @BeforeAll
    static void a_course_that_asks_something_and_costs_something() throws SQLException {
        machine = new Visitor.Machine();
        edition = Api.course(COURSE, 40, 20);
        run("update crm.edition set price_cents = 9500 where uuid = '" + edition + "'");
        run("""
            insert into crm.course_question (id, uuid, course_id, position, kind, text, required)
            select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 1, 'DIET', 'Wat eet u niet?', true
              from crm.edition where uuid = '%s'""".formatted(edition));
        run("""
            insert into crm.organisation (id, uuid, name, kind, participant, created_at)
            values (nextval('crm.entity_seq'), gen_random_uuid(), '%s', 'PRACTICE', false, now())""".formatted(PRACTICE));
        run("""
            insert into crm.affiliation (id, uuid, person_id, organisation_id, role, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), a.person_id, o.id, 'PN_SOMATIC', now()
              from crm.account a, crm.organisation o where a.email = 'poh@example.nl' and o.name = '%s'""".formatted(PRACTICE));
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    @Order(1)
    void a_guest_is_asked_what_the_course_asks() throws Exception {
        try (Visitor guest = machine.onAPhone()) {
            Page page = guest.open("/enrolment/enrol-guest.xhtml?id=" + edition).page();
            page.locator("#givenName").fill("Karel");
            page.locator("#birthName").fill("Keuzegast");
            page.locator("#profession").selectOption("GP");
            page.locator("#email").fill(GUEST);
            page.locator("#consent").check();
            page.locator("main form button").click();
            assertThat(page.locator("main [role=alert]")).containsText("Wat eet u niet?");
            page.getByLabel("Wat eet u niet?").fill("paddenstoelen");
            page.locator("#consent").check();
            guest.shows("choices-guest");
            page.locator("main form button").click();
            assertThat(page.locator("main [role=status]")).containsText("u bent nog niet ingeschreven");
            guest.open("/enrolment/confirm-guest.xhtml?token=" + token());
            page.locator("main form button").click();
            assertThat(page.locator("main [role=status]")).containsText("U bent ingeschreven");
        }
        assertThat(text("select answer from crm.enrolment_answer where answer = 'paddenstoelen'"))
                .isNotNull();
    }

    @Test
    @Order(2)
    void who_enrols_lets_the_own_practice_pay() throws SQLException {
        try (Visitor professional = machine.onAPhone().signIn("poh@example.nl")) {
            Page page =
                    professional.open("/enrolment/enrol.xhtml?id=" + edition).page();
            page.getByLabel("Wat eet u niet?").fill("niets bijzonders");
            page.locator("form#enrol details summary").click();
            page.locator("#enrol\\:payer").selectOption(PRACTICE);
            professional.shows("choices-payer");
            page.locator("#enrol\\:submit").click();
            page.waitForURL("**/my-enrolments.xhtml?enrolled=*");
        }
        assertThat(text("""
                select o.name from crm.enrolment e join crm.edition d on d.id = e.edition_id
                  join crm.organisation o on o.id = e.payer_organisation_id where d.uuid = '%s'""".formatted(edition))).isEqualTo(PRACTICE);
    }

    @Test
    @Order(3)
    void somebody_chooses_whose_invitations_come() {
        try (Visitor professional = machine.onAPhoneAtNight().signIn("poh@example.nl")) {
            Page page = professional.open("/communication/my-settings.xhtml").page();
            assertThat(page.locator("#settings\\:invitations input").first()).isChecked();
            page.locator("#settings\\:invitations input").first().uncheck();
            professional.shows("choices-settings");
            page.locator("#settings\\:save").click();
            assertThat(page.locator("#settings\\:invitations input").first())
                    .not()
                    .isChecked();
            assertThat(page.locator("#settings\\:invitations input").nth(1)).isChecked();
            page.locator("#settings\\:invitations input").first().check();
            page.locator("#settings\\:save").click();
            assertThat(page.locator("#settings\\:invitations input").first()).isChecked();
        }
    }

    @Test
    @Order(4)
    void staff_write_to_those_whom_the_sheet_shows_and_see_what_is_open() {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/enrolment/list-participants.xhtml?id=" + edition + "&name=demoma")
                    .page();
            assertThat(page.locator("table.k-sheet tbody tr")).hasCount(1);
            assertThat(page.locator("table.k-sheet tbody tr")).containsText("€ 95,00");
            clerk.shows("choices-sheet");
            page.locator("a", new Page.LocatorOptions().setHasText("Mail deze selectie (1)"))
                    .click();
            page.locator("#mailing\\:look").click();
            assertThat(page.locator("#mailing\\:send")).isVisible();
            assertThat(page.locator("section[aria-labelledby=sent]")).containsText("poh@example.nl");
            clerk.shows("choices-mail");
        }
    }

    private static String token() throws Exception {
        return Mailbox.link(GUEST, LINK);
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
