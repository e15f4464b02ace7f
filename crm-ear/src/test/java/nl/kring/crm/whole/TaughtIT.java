package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who taught a course reads what the participants said of it, when the evaluation is over; a colleague does not. */
@WholeProduct
class TaughtIT {

    private static final String COURSE = "Gegeven door een huisarts";
    private static final String TEACHER = "docent@example.nl";
    private static final String COLLEAGUE = "collega-docent@example.nl";

    private static Visitor.Machine machine;
    private static String edition;

    @BeforeAll
    static void a_course_that_was_evaluated() throws Exception {
        machine = new Visitor.Machine();
        String teacher = Professionals.gp(TEACHER, "DOCENT");
        Professionals.gp(COLLEAGUE, "COLLEGADOCENT");
        edition = Api.course(COURSE, 1, 50);
        AnEvening.run("""
                update crm.edition set starts_at = now() - interval '20 days', ends_at = now() - interval '20 days' + interval '2 hours'
                 where uuid = '%1$s';
                with evaluation as (
                  insert into crm.evaluation (edition_id, organisation_id, version_id, sent_on, due_on, closed_at)
                  select d.id, c.organiser_id, (select min(v.id) from crm.questionnaire_version v join crm.questionnaire q
                           on q.id = v.questionnaire_id where q.organisation_id is null), current_date - 19, current_date - 6, now()
                    from crm.edition d join crm.course c on c.id = d.course_id where d.uuid = '%1$s' returning id, version_id),
                subject as (
                  insert into crm.evaluation_subject (evaluation_id, scope, position, label, person_id)
                  select e.id, 'SPEAKER', 1, 'Dora Docent', p.id from evaluation e, crm.person p where p.uuid = '%2$s' returning id),
                other as (
                  insert into crm.evaluation_subject (evaluation_id, scope, position, label)
                  select e.id, 'SPEAKER', 2, 'Gerrit Gast' from evaluation e returning id),
                response as (
                  insert into crm.evaluation_response (id, evaluation_id)
                  select gen_random_uuid(), e.id from evaluation e, generate_series(1, 5) returning id)
                insert into crm.evaluation_answer (response_id, question_id, subject_id, number)
                select r.id, q.id, case when q.scope = 'SPEAKER' then s.id end, case q.kind when 'MARK' then 8 else 4 end
                  from response r, (select id from subject union all select id from other) s, evaluation e,
                       crm.question q
                 where q.version_id = e.version_id and q.kind in ('MARK', 'AGREE')
                   and (q.scope = 'SPEAKER' or q.scope = 'COURSE' and s.id = (select id from subject))""".formatted(edition, teacher));
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void a_teacher_reads_the_own_marks_and_nobody_else_does() {
        String page = "/evaluation/view-taught.xhtml?id=" + edition;
        assertThat(Screens.signedIn(TEACHER).get(page).status()).isEqualTo(200);
        assertThat(Screens.signedIn(COLLEAGUE).get(page).status()).isEqualTo(404);
        try (Visitor teacher = machine.onALargerPhone().signIn(TEACHER)) {
            Page own = teacher.open("/evaluation/my-evaluations.xhtml").page();
            teacher.shows("taught-390-list");
            new Hands(own)
                    .skipsTo("content")
                    .tabsTo("a[href*='view-taught.xhtml?id=" + edition + "']")
                    .entersTo("**/view-taught.xhtml*");
            assertThat(own.locator("main")).containsText("Dora Docent");
            assertThat(own.locator("main")).containsText("8");
            assertThat(own.locator("main")).not().containsText("Gerrit Gast");
            teacher.shows("taught-390");
        }
        try (Visitor night = machine.onAPhoneAtNight().signIn(TEACHER);
                Visitor desk = machine.atADesk().signIn(TEACHER)) {
            night.open(page).shows("taught-320-at-night");
            desk.open(page).shows("taught-1280");
        }
    }
}
