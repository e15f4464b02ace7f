package nl.kring.crm.web.evaluation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.evaluation.EvaluationLinks;
import nl.kring.crm.evaluation.EvaluationYear;
import nl.kring.crm.evaluation.Evaluations;
import nl.kring.crm.evaluation.MyEvaluation;
import org.omnifaces.util.Faces;

/** What the professional who is signed in is asked, and what was said of him or her who taught. */
@Named
@RequestScoped
public class MyEvaluations {

    @Inject
    private EvaluationLinks links;

    @Inject
    private Evaluations evaluations;

    private List<MyEvaluation> open;
    private List<EvaluationYear.Line> taught;

    @PostConstruct
    void load() {
        open = links.mine();
        taught = evaluations.taught();
    }

    public void answer(UUID invitation) {
        Faces.redirect("/evaluation/answer-evaluation.xhtml?token=%s", links.open(invitation));
    }

    public List<MyEvaluation> getOpen() {
        return open;
    }

    public List<EvaluationYear.Line> getTaught() {
        return taught;
    }
}
