package nl.kring.crm.web.evaluation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import nl.kring.crm.evaluation.AskedQuestion;
import nl.kring.crm.evaluation.QuestionForm;
import nl.kring.crm.evaluation.QuestionKind;
import nl.kring.crm.evaluation.QuestionScope;
import nl.kring.crm.evaluation.QuestionnaireDetail;
import nl.kring.crm.evaluation.QuestionnaireForm;
import nl.kring.crm.evaluation.Questionnaires;
import nl.kring.crm.evaluation.Topic;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Writes a questionnaire; until it is saved nothing of it is kept. */
@Named
@ViewScoped
public class EditQuestionnaire implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Questionnaires questionnaires;

    private String id;
    private QuestionnaireDetail kept;
    private String name;
    private List<QuestionFields> questions = new ArrayList<>();

    public void load() {
        kept = questionnaires.detail(EvaluationWords.uuid(id));
        name = kept.form().name();
        questions = new ArrayList<>(
                kept.form().questions().stream().map(QuestionFields::of).toList());
    }

    public void add() {
        questions.add(new QuestionFields());
    }

    public void remove(int place) {
        questions.remove(place);
    }

    public void up(int place) {
        Collections.swap(questions, place, place - 1);
    }

    public void down(int place) {
        Collections.swap(questions, place, place + 1);
    }

    public void save() {
        questionnaires.change(
                kept.uuid(),
                kept.number(),
                new QuestionnaireForm(
                        name, questions.stream().map(QuestionFields::form).toList()));
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "evaluation_edit-questionnaire.done"));
        Faces.redirect("/evaluation/edit-questionnaire.xhtml?id=%s", id);
    }

    /** The questions that have a text, as who answers them will see them. */
    public List<AnswerField> getPreview() {
        return IntStream.range(0, questions.size())
                .mapToObj(place -> preview(place, questions.get(place).form()))
                .filter(field -> field.text() != null && !field.text().isBlank())
                .toList();
    }

    private static AnswerField preview(int place, QuestionForm question) {
        String about = question.scope() == QuestionScope.COURSE
                ? null
                : Texts.of(Faces.getLocale(), "evaluation.scope." + question.scope());
        return AnswerField.of(
                new AskedQuestion("preview-" + place, about, question), Faces.getLocale(), List.of(), false);
    }

    public QuestionKind[] getKinds() {
        return QuestionKind.values();
    }

    public QuestionScope[] getScopes() {
        return QuestionScope.values();
    }

    public Topic[] getTopics() {
        return Topic.values();
    }

    public QuestionnaireDetail getKept() {
        return kept;
    }

    public List<QuestionFields> getQuestions() {
        return questions;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
