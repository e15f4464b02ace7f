package nl.kring.crm.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuestionnairesTest {

    private static Asked kring;

    @BeforeAll
    static void start() throws Exception {
        kring = new Asked();
    }

    @AfterAll
    static void stop() throws Exception {
        kring.close();
    }

    @Test
    void the_form_that_accreditation_asks_for_comes_with_the_product() {
        QuestionnaireDetail form = kring.questionnaires("NOORD", all -> all.detail(standard()));
        assertThat(form.own()).isFalse();
        assertThat(form.form().questions())
                .extracting(QuestionForm::topic)
                .containsExactly(
                        Topic.OVERALL,
                        Topic.GOALS,
                        Topic.CONTENT,
                        Topic.SPEAKER,
                        Topic.INTERACTION,
                        Topic.APPLICABILITY,
                        Topic.INDEPENDENCE,
                        Topic.ORGANISATION,
                        Topic.CHANGE,
                        Topic.REMARKS);
        assertThat(form.form().questions())
                .filteredOn(each -> each.topic() == Topic.SPEAKER)
                .extracting(QuestionForm::scope)
                .containsExactly(QuestionScope.SPEAKER);
        assertThatThrownBy(() -> kring.change("NOORD", all -> all.change(standard(), 1, form.form())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_copy_is_the_own_and_each_change_is_another_version() {
        UUID own = kring.questionnaires("NOORD", all -> all.copy(standard(), "Kort formulier"));
        QuestionForm choice = new QuestionForm(
                QuestionKind.CHOICE,
                QuestionScope.COURSE,
                null,
                false,
                "Hoe hoorde u ervan?",
                null,
                List.of("Collega", "Mail"));
        kring.change("NOORD", all -> all.change(own, 1, with(all.detail(own).form(), choice)));

        QuestionnaireDetail second = kring.questionnaires("NOORD", all -> all.detail(own));
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.form().questions()).hasSize(11).last().isEqualTo(choice);
        assertThat(kring.ledger.number(
                        "select count(*) from crm.question k join crm.questionnaire_version v on v.id = k.version_id"
                                + " join crm.questionnaire q on q.id = v.questionnaire_id where q.name = :a and v.number = 1",
                        "Kort formulier"))
                .as("the first version stays as it was")
                .isEqualTo(10);
    }

    @Test
    void a_colleague_who_was_first_is_not_overwritten() {
        UUID own = kring.questionnaires("NOORD", all -> all.copy(standard(), "Twee tegelijk"));
        QuestionnaireForm form =
                kring.questionnaires("NOORD", all -> all.detail(own).form());
        kring.change("NOORD", all -> all.change(own, 1, form));
        assertThatThrownBy(() -> kring.change("NOORD", all -> all.change(own, 1, form)))
                .isInstanceOf(EditConflictException.class);
    }

    @Test
    void another_organisation_does_not_see_it() {
        UUID own = kring.questionnaires("NOORD", all -> all.copy(standard(), "Van Noord"));
        assertThat(lines("ZUID", true)).extracting(QuestionnaireLine::uuid).doesNotContain(own);
        assertThatThrownBy(() -> kring.questionnaires("ZUID", all -> all.detail(own)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> kring.questionnaires("ZUID", all -> all.copy(own, "Geleend")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> kring.change("ZUID", all -> all.retire(own, true)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        UUID own = kring.questionnaires("NOORD", all -> all.copy(standard(), "Wat niet kan"));
        QuestionForm overall = new QuestionForm(
                QuestionKind.MARK, QuestionScope.COURSE, Topic.OVERALL, true, "Cijfer", null, List.of());
        refused(own, List.of(), "evaluation-questions");
        refused(own, List.of(overall, overall), "evaluation-one-overall");
        refused(
                own,
                List.of(new QuestionForm(
                        QuestionKind.AGREE, QuestionScope.COURSE, Topic.OVERALL, true, "Cijfer", null, List.of())),
                "evaluation-overall-mark");
        refused(
                own,
                List.of(new QuestionForm(
                        QuestionKind.SEVERAL, QuestionScope.COURSE, null, true, "Wat?", null, List.of("a", "a"))),
                "evaluation-options");
        refused(
                own,
                List.of(new QuestionForm(QuestionKind.TEXT, QuestionScope.COURSE, null, true, " ", null, List.of())),
                "evaluation-question-empty");
        assertThatThrownBy(() -> kring.questionnaires("NOORD", all -> all.copy(own, "wat niet KAN")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_course_has_the_usual_one_another_or_none() {
        UUID edition = kring.held("Welke vragen", 1);
        UUID own = kring.questionnaires("NOORD", all -> all.copy(standard(), "Voor deze cursus"));
        CourseQuestionnaire before = kring.questionnaires("NOORD", all -> all.ofCourse(edition));
        assertThat(before.chosen()).isNull();
        assertThat(before.none()).isFalse();
        assertThat(before.choices())
                .filteredOn(QuestionnaireLine::usual)
                .extracting(QuestionnaireLine::uuid)
                .containsExactly(standard());

        kring.change("NOORD", all -> all.choose(edition, own));
        assertThat(kring.questionnaires("NOORD", all -> all.ofCourse(edition)).chosen())
                .isEqualTo(own);
        kring.change("NOORD", all -> all.chooseNone(edition));
        assertThat(kring.questionnaires("NOORD", all -> all.ofCourse(edition)).none())
                .isTrue();
        kring.change("NOORD", all -> all.choose(edition, null));
        assertThat(kring.questionnaires("NOORD", all -> all.ofCourse(edition)).none())
                .isFalse();
        assertThatThrownBy(() -> kring.change("ZUID", all -> all.chooseNone(edition)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_organisation_says_when_a_mark_is_low_and_never_of_fewer_than_five() throws Exception {
        EvaluationRule rule = new EvaluationRule(standard(), new BigDecimal("6.5"), 8);
        kring.change("OOST", all -> all.changeRule(rule));
        assertThat(kring.questionnaires("OOST", Questionnaires::rule))
                .extracting(EvaluationRule::usual, EvaluationRule::lowMark, EvaluationRule::leastAnswers)
                .containsExactly(standard(), new BigDecimal("6.5"), 8);
        assertThatThrownBy(() ->
                        kring.change("OOST", all -> all.changeRule(new EvaluationRule(null, BigDecimal.TEN, 4))))
                .isInstanceOf(InvalidInputException.class);
        assertThat(Questionnaires.class
                        .getMethod("changeRule", EvaluationRule.class)
                        .getAnnotation(RolesAllowed.class)
                        .value())
                .containsExactly(Role.ORGANISATION_ADMINS);
    }

    @Test
    void one_that_was_put_away_is_no_choice_and_can_be_taken_out_again() {
        UUID own = kring.questionnaires("NOORD", all -> all.copy(standard(), "Oud formulier"));
        kring.change("NOORD", all -> all.retire(own, true));
        assertThat(lines("NOORD", false)).extracting(QuestionnaireLine::uuid).doesNotContain(own);
        kring.change("NOORD", all -> all.retire(own, false));
        assertThat(lines("NOORD", false))
                .extracting(QuestionnaireLine::uuid, QuestionnaireLine::retired)
                .contains(tuple(own, false));
    }

    @Test
    void what_a_course_asks_only_staff_of_an_organisation_say() throws Exception {
        for (Method choice : List.of(
                Questionnaires.class.getMethod("choose", UUID.class, UUID.class),
                Questionnaires.class.getMethod("chooseNone", UUID.class))) {
            assertThat(choice.getAnnotation(RolesAllowed.class).value()).containsExactly(Role.STAFF_MEMBERS);
        }
    }

    private static void refused(UUID own, List<QuestionForm> questions, String code) {
        assertThatThrownBy(() -> kring.change(
                        "NOORD", all -> all.change(own, 1, new QuestionnaireForm("Wat niet kan", questions))))
                .isInstanceOfSatisfying(
                        BusinessException.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static QuestionnaireForm with(QuestionnaireForm form, QuestionForm more) {
        List<QuestionForm> questions = new ArrayList<>(form.questions());
        questions.add(more);
        return new QuestionnaireForm(form.name(), questions);
    }

    private static List<QuestionnaireLine> lines(String organisation, boolean retired) {
        return kring.questionnaires(organisation, all -> all.list(retired));
    }

    private static UUID standard() {
        return lines("NOORD", false).stream()
                .filter(each -> !each.own())
                .findFirst()
                .orElseThrow()
                .uuid();
    }
}
