package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A clerk writes a questionnaire and sees it as it will be asked; five participants answer it, and the charts show what they said. */
@WholeProduct
class QuestionnaireIT {

    private static final String COURSE = "Avond met een eigen vragenlijst";
    private static final String NAME = "Vragen van de proef";
    private static final String MARK = "Welk cijfer krijgt deze avond?";
    private static final String AGREE = "De inhoud was van goede kwaliteit.";
    private static final String CHOICE = "Hoe hoorde u ervan?";

    /** What each of the five answers: a mark, a degree and an option. */
    private static final int[][] ANSWERS = {{8, 4, 1}, {8, 4, 1}, {9, 5, 2}, {7, 4, 1}, {8, 2, 3}};

    private static Visitor.Machine machine;
    private static String edition;

    @BeforeAll
    static void an_evening_of_yesterday() throws Exception {
        machine = new Visitor.Machine();
        List<String> people = RegisterFixtures.people(ANSWERS.length, "VRAGENLIJST");
        edition = AnEvening.of(COURSE, people, -26 * 60, -24 * 60);
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void what_was_built_is_asked_and_what_was_answered_is_drawn() throws Exception {
        built();
        asked();
        for (int who = 0; who < ANSWERS.length; who++) {
            answered(who);
        }
        AnEvening.run(
                "update crm.evaluation v set closed_at = now() from crm.edition d where d.id = v.edition_id and d.uuid = '"
                        + edition + "'");
        drawn();
    }

    private static void built() {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/evaluation/list-questionnaires.xhtml").page();
            page.locator("#new\\:name").fill(NAME);
            page.locator("#new\\:copy").click();
            page.waitForURL("**/edit-questionnaire.xhtml?id=*");
            assertThat(page.locator("#builder fieldset")).hasCount(10);
            List<String> texts = new ArrayList<>(texts(page));
            assertThat(preview(page)).as("as it was copied").isEqualTo(texts);

            texts.set(0, MARK);
            text(page, 0).fill(MARK);
            page.locator("#builder\\:look").click();
            stands(page, texts);

            Collections.swap(texts, 0, 1);
            press(page, "Omlaag", 0);
            stands(page, texts);

            Collections.swap(texts, 2, 1);
            press(page, "Omhoog", 2);
            stands(page, texts);
            assertThat(texts).startsWith("De leerdoelen zijn bereikt.", AGREE, MARK);

            Collections.swap(texts, 1, 2);
            press(page, "Omhoog", 2);
            stands(page, texts);

            texts.remove(0);
            press(page, "Weghalen", 0);
            stands(page, texts);
            while (texts.size() > 2) {
                texts.remove(2);
                press(page, "Weghalen", 2);
                stands(page, texts);
            }

            page.locator("#builder\\:add").click();
            assertThat(page.locator("#builder fieldset")).hasCount(3);
            assertThat(preview(page)).as("what has no text yet is not asked").isEqualTo(texts);
            texts.add(CHOICE);
            text(page, 2).fill(CHOICE);
            page.locator("#builder select[id$=':2:kind']").selectOption("CHOICE");
            page.locator("#builder textarea[id$=':2:options']").fill("Agenda\nCollega\n\nMail");
            page.locator("#builder\\:look").click();
            stands(page, texts);
            assertThat(page.locator("#preview fieldset").last().locator("label"))
                    .hasText(new String[] {"Agenda", "Collega", "Mail"});
            assertThat(page.locator("#preview fieldset").first().locator("input[type=radio]"))
                    .hasCount(10);
            clerk.shows("questionnaire-preview");
            page.locator("#builder\\:save").click();
            assertThat(page.locator("#messages")).containsText("Bewaard als nieuwe versie");
            stands(page, texts);
        }
        try (Visitor night = machine.onAPhoneAtNight().signIn("fea@example.nl")) {
            Page page = night.open("/evaluation/list-questionnaires.xhtml").page();
            page.locator("main a", new Page.LocatorOptions().setHasText(NAME)).click();
            stands(page, List.of(MARK, AGREE, CHOICE));
            night.shows("questionnaire-preview-320-at-night");
        }
    }

    /** As it goes out the day after, with a link for each of them. */
    private static void asked() throws Exception {
        AnEvening.run("""
                with evaluation as (
                  insert into crm.evaluation (edition_id, organisation_id, version_id, sent_on, due_on)
                  select d.id, c.organiser_id, (select max(v.id) from crm.questionnaire_version v
                           join crm.questionnaire q on q.id = v.questionnaire_id where q.name = '%2$s'), current_date, current_date + 13
                    from crm.edition d join crm.course c on c.id = d.course_id where d.uuid = '%1$s' returning id, edition_id),
                invited as (
                  insert into crm.evaluation_invitation (evaluation_id, enrolment_id, sent_on)
                  select v.id, e.id, current_date from evaluation v join crm.enrolment e on e.edition_id = v.edition_id
                  returning id)
                insert into crm.evaluation_link (token_hash, invitation_id)
                select sha256(convert_to('vragen-van-de-proef-' || row_number() over (order by id), 'UTF8')), id from invited""".formatted(edition, NAME));
    }

    private static void answered(int who) {
        try (Visitor participant = machine.onAPhone()) {
            Page page = participant
                    .open("/evaluation/answer-evaluation.xhtml?token=vragen-van-de-proef-" + (who + 1))
                    .page();
            assertThat(page.locator("fieldset")).hasCount(ANSWERS[who].length);
            for (int question = 0; question < ANSWERS[who].length; question++) {
                page.locator("fieldset")
                        .nth(question)
                        .locator("input[value='" + ANSWERS[who][question] + "']")
                        .check();
            }
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("main [role=status]")).containsText("Dank u wel");
        }
    }

    private static void drawn() {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page =
                    clerk.open("/evaluation/view-results.xhtml?id=" + edition).page();
            assertThat(page.locator("main")).containsText("Ingevuld door 5 van 5 deelnemers");
            assertThat(bars(page, MARK)).containsExactly("7: 1 van 5", "8: 3 van 5", "9: 1 van 5");
            assertThat(chart(page, MARK)).containsText("Gemiddeld 8,0 (5 antwoorden)");
            assertThat(bars(page, AGREE))
                    .containsExactlyInAnyOrder("Oneens: 1 van 5", "Eens: 3 van 5", "Helemaal eens: 1 van 5");
            assertThat(bars(page, CHOICE))
                    .containsExactlyInAnyOrder("Agenda: 3 van 5", "Collega: 1 van 5", "Mail: 1 van 5");
            clerk.shows("questionnaire-charts");
        }
    }

    private static Locator chart(Page page, String question) {
        return page.locator("main section", new Page.LocatorOptions().setHasText(question));
    }

    /** What a chart tells who sees no bars, as far as it was answered; the number beside each bar is the same. */
    @SuppressWarnings("unchecked")
    private static List<String> bars(Page page, String question) {
        return (List<String>) chart(page, question)
                .locator("tr:has(meter)")
                .evaluateAll("rows => rows.filter(row => row.querySelector('meter').value > 0).map(row => {"
                        + " const bar = row.querySelector('meter'); const cells = row.querySelectorAll('th, td');"
                        + " return cells[0].textContent.trim() === bar.getAttribute('aria-label')"
                        + " && Number(cells[1].textContent) === bar.value"
                        + " ? bar.getAttribute('aria-label') + ': ' + bar.value + ' van ' + bar.max"
                        + " : 'the bar of ' + row.textContent + ' says something else'; })");
    }

    private static Locator text(Page page, int question) {
        return page.locator("#builder input[id$=':nl']").nth(question);
    }

    private static void press(Page page, String what, int question) {
        page.locator("#builder fieldset")
                .nth(question)
                .locator("button[aria-label^='" + what + "']")
                .click();
    }

    /** The form and its preview have these questions in this order, once the page is there again. */
    private static void stands(Page page, List<String> texts) {
        for (int look = 0; look < 100 && !texts.equals(texts(page)); look++) {
            page.waitForTimeout(50);
        }
        assertThat(texts(page)).isEqualTo(texts);
        assertThat(preview(page)).isEqualTo(texts);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Page page) {
        return (List<String>) page.locator("#builder input[id$=':nl']").evaluateAll("all => all.map(one => one.value)");
    }

    /** Without the mark of what has to be answered, and what it is about. */
    @SuppressWarnings("unchecked")
    private static List<String> preview(Page page) {
        return (List<String>) page.locator("#preview legend, #preview .k-field label")
                .evaluateAll("all => all.map(one => { const copy = one.cloneNode(true);"
                        + " copy.querySelectorAll('.k-about').forEach(about => about.remove());"
                        + " return copy.textContent.replace(/ \\*$/, '').trim(); })");
    }
}
