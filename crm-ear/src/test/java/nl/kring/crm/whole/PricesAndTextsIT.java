package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Prices, terms, what is invoiced and what mails say, by the buttons of their pages: each is pressed once, and what it did is
 * read in the database. By an organisation of its own, whose usual terms and texts are nobody else's.
 */
@WholeProduct
class PricesAndTextsIT {

    private static final String ACCOUNT = "prijzen@example.nl";

    private static Visitor.Machine machine;
    private static List<String> people;

    private Visitor clerk;
    private Page page;
    private String edition;

    @BeforeAll
    static void an_organisation_of_its_own() throws SQLException {
        machine = new Visitor.Machine();
        people = RegisterFixtures.people(2, "PRIJZEN");
        change(
                "insert into crm.organisation (id, uuid, code, name, kind, participant, created_at) values"
                        + " (nextval('crm.entity_seq'), gen_random_uuid(), 'PRIJZEN', 'Prijzenmakers', 'CARE_GROUP', true, now())");
        change("insert into crm.account (id, uuid, email, display_name, password_hash, created_at)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), '" + ACCOUNT
                + "', 'Prijzenmaker', password_hash, now() from crm.account where email = 'fea@example.nl'");
        change("insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), a.id, 'STAFF', o.id, now()"
                + " from crm.account a, crm.organisation o where a.email = '" + ACCOUNT + "' and o.code = 'PRIJZEN'");
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @BeforeEach
    void a_course() throws SQLException {
        Instant start = Instant.now().plus(Duration.ofDays(40));
        var made = Api.as("platform-admin")
                .post(
                        "/editions",
                        Json.createObjectBuilder()
                                .add("title", "Wat het kost")
                                .add("organisation", "PRIJZEN")
                                .add("startsAt", start.toString())
                                .add("endsAt", start.plus(Duration.ofHours(2)).toString())
                                .add("capacity", 20)
                                .add("waitingList", true)
                                .build());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        edition = made.object().getString("uuid");
        change("update crm.edition set price_cents = 10000 where uuid = '" + edition + "'");
        clerk = machine.atADesk().signIn(ACCOUNT);
        page = clerk.page();
    }

    @AfterEach
    void close() {
        clerk.close();
    }

    @Test
    void a_price_is_added_and_ended_and_members_get_seats_for_nothing() throws SQLException {
        clerk.open("/enrolment/edit-prices.xhtml?id=" + edition);
        page.locator("#add summary").click();
        page.locator("#add\\:belonging").selectOption("MEMBER");
        page.locator("#add\\:price").fill("62,50");
        page.locator("#add\\:save").click();
        assertThat(page.locator("#prices")).containsText("€ 62,50");
        reads("select belonging || ' ' || price_cents from crm.price_rule" + ofEdition(), "MEMBER 6250");
        clerk.shows("edit-prices");

        page.locator("#prices button").click();
        assertThat(page.locator("#prices button")).hasCount(0);
        reads("select ended_at is not null from crm.price_rule" + ofEdition(), "t");

        page.locator("#free\\:seats").fill("3");
        page.locator("#free\\:save").click();
        assertThat(page.locator("#free\\:seats")).hasValue("3");
        reads("select seats from crm.member_seats" + ofEdition(), "3");
    }

    @Test
    void a_voucher_is_given_and_ended() throws SQLException {
        clerk.open("/enrolment/edit-prices.xhtml?id=" + edition);
        page.locator("#give summary").click();
        page.locator("#give\\:code").fill("LENTE26");
        page.locator("#give\\:percent").fill("25");
        page.locator("#give\\:uses").fill("2");
        page.locator("#give\\:save").click();
        assertThat(page.locator("#vouchers")).containsText("LENTE26");
        reads("select percent || ' ' || uses from crm.voucher" + ofCourse(), "25 2");

        page.locator("#vouchers button").click();
        assertThat(page.locator("#vouchers button")).hasCount(0);
        reads("select ended_at is not null from crm.voucher" + ofCourse(), "t");
    }

    @Test
    void a_policy_is_made_chosen_changed_made_usual_and_retired() throws SQLException {
        policy("Streng");
        clerk.shows("list-policies");
        reads(
                "select array_to_string(v.percents, ',') || ' ' || v.no_show_cents from crm.policy_version v"
                        + " join crm.cancellation_policy p on p.id = v.policy_id where p.name = 'Streng'",
                "50 2500");

        clerk.open("/enrolment/edit-prices.xhtml?id=" + edition);
        page.locator("#cancelling\\:policy")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Streng"));
        page.locator("#cancelling\\:save").click();
        assertThat(page.locator("#messages")).not().isEmpty();
        reads(
                "select p.name from crm.edition_policy c join crm.cancellation_policy p on p.id = c.policy_id"
                        + " join crm.edition e on e.id = c.edition_id where e.uuid = '" + edition + "'",
                "Streng");

        policy("Los");
        press("Los", "usual");
        reads(
                "select string_agg(name, ' ') from crm.cancellation_policy where usual and organisation_id = "
                        + organisation(),
                "Los");
        page.locator("#policies article", new Page.LocatorOptions().setHasText("Streng"))
                .locator("h2 a")
                .click();
        page.locator("#policy\\:noshow").fill("30");
        page.locator("#policy\\:save").click();
        reads(
                "select count(*) from crm.policy_version v join crm.cancellation_policy p on p.id = v.policy_id"
                        + " where p.name = 'Streng' and p.organisation_id = " + organisation(),
                "2");
        press("Streng", "retire");
        assertThat(page.locator("#policies article", new Page.LocatorOptions().setHasText("Streng")))
                .hasCount(0);
        reads(
                "select retired_at is not null from crm.cancellation_policy where name = 'Streng' and organisation_id = "
                        + organisation(),
                "t");
    }

    private void press(String policy, String button) {
        page.locator("#policies article", new Page.LocatorOptions().setHasText(policy))
                .locator("button[id$=':" + button + "']")
                .click();
        assertThat(page.locator("#messages")).not().isEmpty();
    }

    private void policy(String name) {
        clerk.open("/enrolment/edit-policy.xhtml");
        page.locator("#policy\\:name").fill(name);
        page.locator("#policy\\:tiers\\:0\\:days").fill("0");
        page.locator("#policy\\:tiers\\:0\\:percent").fill("50");
        for (int at = 1; at < 6; at++) {
            page.locator("#policy\\:tiers\\:" + at + "\\:days").fill("");
        }
        page.locator("#policy\\:noshow").fill("25");
        page.locator("#policy\\:save").click();
        assertThat(page.locator("#policies")).containsText(name);
    }

    @Test
    void that_teaching_is_free_of_vat_is_said_from_a_day_on() throws SQLException {
        clerk.open("/enrolment/list-policies.xhtml");
        page.locator("#say\\:from").fill("2026-01-01");
        page.locator("#say\\:exempt").selectOption("true");
        page.locator("#say\\:save").click();
        assertThat(page.locator("#messages")).not().isEmpty();

        reads(
                "select valid_from || ' ' || exempt from crm.vat_setting where organisation_id = " + organisation(),
                "2026-01-01 true");
    }

    @Test
    void what_somebody_owes_is_corrected_with_a_reason() throws SQLException {
        String enrolment = enrolled(people.get(0));
        clerk.open("/enrolment/correct-price.xhtml?id=" + enrolment);
        page.locator("#correct\\:amount").fill("75");
        page.locator("#correct\\:save").click();
        page.waitForLoadState();
        assertThat(text("select count(*) from crm.price_correction" + ofEnrolment(enrolment)))
                .as("without a reason nothing")
                .isEqualTo("0");
        page.locator("#correct\\:amount").fill("75");
        page.locator("#correct\\:reason").fill("afgesproken aan de telefoon");
        page.locator("#correct\\:save").click();
        assertThat(page.locator("main")).containsText("€ 75,00");

        reads(
                "select was_cents || ' ' || cents || ' ' || reason from crm.price_correction" + ofEnrolment(enrolment),
                "10000 7500 afgesproken aan de telefoon");
    }

    @Test
    void chosen_lines_are_invoiced_then_all_and_an_invoicing_is_undone() throws SQLException {
        String first = enrolled(people.get(0));
        String second = enrolled(people.get(1));
        clerk.open("/enrolment/list-invoices.xhtml?edition=" + edition);
        assertThat(page.locator("#invoices tbody tr")).hasCount(2);
        page.locator("#invoices tbody input[type=checkbox]").first().check();
        page.locator("#invoices\\:on").fill(LocalDate.now().toString());
        page.locator("#invoices\\:some").click();
        assertThat(page.locator("#messages")).not().isEmpty();
        reads(invoiced(first, second), "1");
        clerk.shows("list-invoices-some");

        clerk.open("/enrolment/list-invoices.xhtml?edition=" + edition);
        page.locator("#invoices\\:on").fill(LocalDate.now().toString());
        page.locator("#invoices\\:all").click();
        assertThat(page.locator("#messages")).not().isEmpty();
        reads(invoiced(first, second), "2");

        page.locator("#done button").first().click();
        assertThat(page.locator("#messages")).not().isEmpty();
        reads(invoiced(first, second), "1");
        reads(
                "select count(*) from crm.invoicing where undone_at is not null and organisation_id = "
                        + organisation(),
                "1");
    }

    private static String invoiced(String... enrolments) {
        return "select count(distinct l.enrolment_id) from crm.invoice_line l"
                + " join crm.invoicing i on i.id = l.invoicing_id and i.undone_at is null"
                + " join crm.enrolment n on n.id = l.enrolment_id where n.uuid in ('" + String.join("', '", enrolments)
                + "')";
    }

    @Test
    void a_text_is_looked_at_tested_kept_and_given_back() throws Exception {
        clerk.open("/communication/edit-mail-text.xhtml?kind=course-invitation&language=en");
        String begun = page.locator("#text\\:subject").inputValue();
        page.locator("#text\\:subject").fill("Come and see: {cursus}");
        page.locator("#text\\:look").click();
        assertThat(page.locator("section[aria-labelledby=example]")).containsText("Come and see: ");
        assertThat(text(written())).as("looking keeps nothing").isEqualTo("0");

        page.locator("#text\\:test").click();
        assertThat(page.locator("#messages")).containsText(ACCOUNT);
        reads(
                "select count(*) from crm.message where kind = 'test-mail' and recipient = '" + ACCOUNT
                        + "' and subject like '[test] Come and see:%'",
                "1");
        assertThat(text(written())).as("nor does a test").isEqualTo("0");

        page.locator("#text\\:save").click();
        assertThat(page.locator("#text\\:subject")).hasValue("Come and see: {cursus}");
        reads(written() + " and replaced_at is null and subject is not null", "1");
        clerk.shows("edit-mail-text");

        page.locator("#text\\:shipped").click();
        assertThat(page.locator("#text\\:subject")).hasValue(begun);
        reads(written() + " and replaced_at is null and subject is null", "1");
    }

    private static String written() throws SQLException {
        return "select count(*) from crm.mail_template where kind = 'course-invitation' and language = 'en'"
                + " and organisation_id = " + organisation();
    }

    @Test
    void a_letter_is_seen_in_both_languages_and_sent_to_those_who_come() throws Exception {
        enrolled(people.get(0));
        enrolled(people.get(1));
        reader("en", people.get(0));
        reader("nl", people.get(1));
        try {
            clerk.open("/communication/write-mailing.xhtml?purpose=PARTICIPANTS&edition=" + edition);
            page.locator("#mailing\\:body").fill("Beste {naam}, neem oude kleren mee.");
            page.locator("#mailing\\:look").click();
            assertThat(page.locator("section[aria-labelledby=sent]")).containsText("de Engelse niet");
            page.locator("#mailing\\:englishSubject").fill("About {cursus}");
            page.locator("#mailing\\:englishBody").fill("Dear {naam}, bring old clothes.");
            page.locator("#mailing\\:look").click();
            assertThat(page.locator("section[aria-labelledby=sent]")).containsText("neem oude kleren mee");
            assertThat(page.locator("section[aria-labelledby=sent]")).containsText("bring old clothes");
            assertThat(page.locator("section[aria-labelledby=sent]"))
                    .containsText("1 van deze mails gaat in het Engels");
            assertThat(text("select count(*) from crm.mailing" + ofEdition()))
                    .as("looking sends nothing")
                    .isEqualTo("0");
            clerk.shows("write-mailing-both");
            page.locator("#mailing\\:send").click();
            page.waitForURL("**/view-mailing.xhtml?id=*");

            reads(
                    "select count(*) from crm.message m join crm.organisation o on o.id = m.organisation_id"
                            + " where m.kind = 'participants-mailing' and o.code = 'PRIJZEN'",
                    "2");
            reads(
                    "select count(*) from crm.message where kind = 'participants-mailing'"
                            + " and recipient = 'reads-en@example.nl' and body like 'Dear %bring old clothes.%'",
                    "1");
            reads(
                    "select count(*) from crm.message where kind = 'participants-mailing'"
                            + " and recipient <> 'reads-en@example.nl' and body like 'Beste %neem oude kleren mee.%'",
                    "1");
        } finally {
            change("update crm.account set active = false, person_id = null where email = 'reads-en@example.nl'");
            change("update crm.account set active = false, person_id = null where email = 'reads-nl@example.nl'");
        }
    }

    @Test
    void reminders_are_a_habit_and_otherwise_for_one_course() throws SQLException {
        clerk.open("/communication/set-reminders.xhtml");
        page.locator("#reminder\\:days").fill("5");
        page.locator("#reminder\\:save").click();
        assertThat(page.locator("#messages")).not().isEmpty();
        reads("select days from crm.reminder_default where organisation_id = " + organisation(), "5");

        clerk.open("/communication/set-reminders.xhtml?id=" + edition);
        page.locator("#reminder\\:own").check();
        page.locator("#reminder\\:days").fill("9");
        page.locator("#reminder\\:save").click();
        assertThat(page.locator("#reminder\\:days")).hasValue("9");
        reads("select days from crm.edition_reminder" + ofEdition(), "9");
    }

    @Test
    void seats_are_kept_for_some_and_the_course_asks_something() throws SQLException {
        clerk.open("/enrolment/edit-seats.xhtml?id=" + edition);
        page.locator("#seats\\:quotas\\:0\\:number").fill("4");
        page.locator("#seats\\:quotas\\:0\\:kind").selectOption("AT_MOST");
        page.locator("#seats\\:quotas\\:0\\:professions").selectOption("PHARMACIST");
        page.locator("#seats\\:questions\\:0\\:text").fill("Wat eet u niet?");
        page.locator("#seats\\:questions\\:0\\:asks").selectOption("DIET");
        page.locator("#seats\\:questions\\:0\\:required").check();
        page.locator("#seats\\:save").click();
        assertThat(page.locator("#messages")).containsText("Bewaard");

        reads(
                "select kind || ' ' || seats || ' ' || array_to_string(professions, ',') from crm.seat_quota"
                        + ofEdition(),
                "AT_MOST 4 PHARMACIST");
        reads(
                "select kind || ' ' || text || ' ' || required from crm.course_question" + ofCourse(),
                "DIET Wat eet u niet? true");
        clerk.shows("edit-seats-quota");
    }

    private String enrolled(String person) {
        var made = Api.as("platform-admin")
                .post(
                        "/editions/" + edition + "/enrolments",
                        Json.createObjectBuilder().add("person", person).build());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.object().getString("uuid");
    }

    private String ofEdition() {
        return " where edition_id = (select id from crm.edition where uuid = '" + edition + "')";
    }

    private String ofCourse() {
        return " where course_id = (select course_id from crm.edition where uuid = '" + edition + "')";
    }

    private static String ofEnrolment(String enrolment) {
        return " where enrolment_id = (select id from crm.enrolment where uuid = '" + enrolment + "')";
    }

    private static void reader(String language, String person) throws SQLException {
        change("insert into crm.account (id, uuid, email, display_name, language, active, person_id, created_at)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), 'reads-" + language
                + "@example.nl', display_name, '" + language + "', true, id, now()"
                + " from crm.person where uuid = '" + person + "'");
    }

    private static String organisation() throws SQLException {
        return text("select id from crm.organisation where code = 'PRIJZEN'");
    }

    /** What the server did is read as soon as it is committed. */
    private static void reads(String query, String wanted) throws SQLException {
        String found = text(query);
        for (int looks = 0; looks < 100 && !found.equals(wanted); looks++) {
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
            found = text(query);
        }
        assertThat(found).as(query).isEqualTo(wanted);
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        }
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
