package nl.kring.crm.web.evaluation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.evaluation.CourseQuestionnaire;
import nl.kring.crm.evaluation.EvaluationResults;
import nl.kring.crm.evaluation.Evaluations;
import nl.kring.crm.evaluation.Questionnaires;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What came of the evaluation of an edition, and what its course asks. */
@Named
@ViewScoped
public class ViewResults implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String USUAL = "usual";
    private static final String NONE = "none";

    @Inject
    private transient Evaluations evaluations;

    @Inject
    private transient Questionnaires questionnaires;

    @Inject
    private CurrentUser currentUser;

    private String id;
    private EvaluationResults results;
    private CourseQuestionnaire asked;
    private String chosen;

    public void load() {
        results = evaluations.results(EvaluationWords.uuid(id));
        if (currentUser.has(Role.STAFF)) {
            asked = questionnaires.ofCourse(results.edition());
            chosen = asked.none()
                    ? NONE
                    : asked.chosen() == null ? USUAL : asked.chosen().toString();
        }
    }

    public void choose() {
        UUID edition = results.edition();
        if (NONE.equals(chosen)) {
            questionnaires.chooseNone(edition);
        } else {
            questionnaires.choose(edition, USUAL.equals(chosen) ? null : EvaluationWords.uuid(chosen));
        }
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "evaluation_view-results.chosen"));
        Faces.redirect("/evaluation/view-results.xhtml?id=%s", edition.toString());
    }

    public EvaluationResults getResults() {
        return results;
    }

    /** Null for who chooses nothing. */
    public CourseQuestionnaire getAsked() {
        return asked;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
