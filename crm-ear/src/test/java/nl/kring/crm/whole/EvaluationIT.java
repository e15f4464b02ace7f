package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody who was at a course says on a phone what he or she thought of it, by keyboard alone and without signing in. */
@WholeProduct
class EvaluationIT {

    private static final String COURSE = "Wat vond u ervan";

    private static Visitor.Machine machine;

    @BeforeAll
    static void a_browser() {
        machine = new Visitor.Machine();
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void answering_on_a_phone_of_390_pixels_by_keyboard() throws Exception {
        String edition = asked("een-geheim-van-de-proef");
        try (Visitor gp = machine.onALargerPhone()) {
            Page page = gp.open("/evaluation/answer-evaluation.xhtml?token=een-geheim-van-de-proef")
                    .page();
            gp.shows("evaluation-390-asked");

            Hands hands = new Hands(page);
            hands.skipsTo("content").tabsTo("button[type=submit]").entersTo("**/evaluation/answer");
            assertThat(page.locator("main [role=alert]")).containsText("Nog te beantwoorden vragen: 7.");
            gp.shows("evaluation-390-missing");

            hands = new Hands(page);
            hands.skipsTo("content").tabsTo("fieldset input[value='1']");
            for (int question = 0; question < 7; question++) {
                hands.presses("Space", 1).presses("ArrowRight", 3);
                if (question < 6) {
                    hands.presses("Tab", 1);
                }
            }
            assertThat(page.locator("input:checked")).hasCount(7);
            hands.tabsTo("textarea").types("Meer oefenen").tabsTo("button[type=submit]");
            gp.shows("evaluation-390-filled");
            hands.entersTo("**/answer-evaluation.xhtml?token=*");
            assertThat(page.locator("main [role=status]")).containsText("Dank u wel");
            gp.shows("evaluation-390-thanks");
        }
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page =
                    clerk.open("/evaluation/view-results.xhtml?id=" + edition).page();
            assertThat(page.locator("main")).containsText("Ingevuld door 1 van 1 deelnemers");
            assertThat(page.locator("main")).containsText("kunnen antwoorden tot en met");
            assertThat(page.locator("main")).not().containsText("Meer oefenen");
            clerk.shows("evaluation-open");
            closed(edition, "now()");
            clerk.open("/evaluation/view-results.xhtml?id=" + edition);
            assertThat(page.locator("main")).containsText("Minder dan vijf");
            assertThat(page.locator("main")).not().containsText("Meer oefenen");
            clerk.shows("evaluation-few");
            fourMore(edition);
            clerk.open("/evaluation/view-results.xhtml?id=" + edition);
            assertThat(page.locator("main")).containsText("Meer oefenen");
            clerk.shows("evaluation-results");
            clerk.open("/evaluation/view-year.xhtml");
            assertThat(page.locator("main")).containsText(COURSE);
            clerk.shows("evaluation-year");
            clerk.open("/evaluation/list-questionnaires.xhtml");
            clerk.shows("evaluation-questionnaires");
            page.locator("#new\\:name").fill("Proef van de browser");
            page.locator("#new\\:copy").click();
            page.waitForURL("**/edit-questionnaire.xhtml?id=*");
            page.locator("#builder\\:add").click();
            assertThat(page.locator("#builder fieldset")).hasCount(11);
            clerk.shows("evaluation-builder");
            closed(edition, "null");
        }
        try (Visitor night = machine.onAPhoneAtNight()) {
            night.open("/evaluation/answer-evaluation.xhtml?token=een-geheim-van-de-proef");
            night.shows("evaluation-320-thanks-at-night");
        }
    }

    /** Somebody enrolled, was there yesterday, and got that link. */
    private static String asked(String token) throws Exception {
        String edition = Api.course(COURSE, 1, 50);
        var enrolled = Api.as("gp")
                .post(
                        "/editions/" + edition + "/enrolments",
                        Json.createObjectBuilder().build());
        assertThat(enrolled.status()).as(enrolled.text()).isEqualTo(201);
        change("update crm.session s set starts_at = now() - interval '1 day', ends_at = now() - interval '22 hours'"
                + " from crm.edition d where d.id = s.edition_id and d.uuid = '" + edition + "'");
        change("update crm.edition set starts_at = now() - interval '1 day', ends_at = now() - interval '22 hours'"
                + " where uuid = '" + edition + "'");
        change("""
                with evaluation as (
                  insert into crm.evaluation (edition_id, organisation_id, version_id, sent_on, due_on)
                  select d.id, c.organiser_id, (select min(v.id) from crm.questionnaire_version v join crm.questionnaire q
                           on q.id = v.questionnaire_id where q.organisation_id is null), current_date, current_date + 13
                    from crm.edition d join crm.course c on c.id = d.course_id where d.uuid = '%s' returning id, edition_id)
                insert into crm.evaluation_invitation (evaluation_id, enrolment_id, sent_on)
                select v.id, e.id, current_date from evaluation v join crm.enrolment e on e.edition_id = v.edition_id
                """.formatted(edition));
        try (Connection connection = Surroundings.database().asSuperuser();
                PreparedStatement link = connection.prepareStatement("""
                        insert into crm.evaluation_link (token_hash, invitation_id)
                        select ?, i.id from crm.evaluation_invitation i join crm.evaluation v on v.id = i.evaluation_id
                          join crm.edition d on d.id = v.edition_id where d.uuid = ?::uuid""")) {
            link.setBytes(1, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            link.setString(2, edition);
            assertThat(link.executeUpdate()).isEqualTo(1);
        }
        return edition;
    }

    private static void closed(String edition, String at) throws SQLException {
        change("update crm.evaluation v set closed_at = " + at
                + " from crm.edition d where d.id = v.edition_id and d.uuid = '" + edition + "'");
    }

    /** The same answers from four others. */
    private static void fourMore(String edition) throws SQLException {
        String ofThis = "from crm.evaluation_response r join crm.evaluation v on v.id = r.evaluation_id"
                + " join crm.edition d on d.id = v.edition_id where d.uuid = '" + edition + "'";
        long response = number("select count(*) " + ofThis);
        assertThat(response).isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            change("""
                    with other as (
                      insert into crm.evaluation_response (id, evaluation_id)
                      select gen_random_uuid(), v.id from crm.evaluation v join crm.edition d on d.id = v.edition_id
                       where d.uuid = '%s' returning id)
                    insert into crm.evaluation_answer (response_id, question_id, subject_id, number, words)
                    select o.id, a.question_id, a.subject_id, a.number, a.words from other o, crm.evaluation_answer a
                     where a.response_id = (select min(r.id::text)::uuid %s)
                    """.formatted(edition, ofThis));
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
