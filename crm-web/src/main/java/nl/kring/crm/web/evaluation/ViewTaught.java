package nl.kring.crm.web.evaluation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.kring.crm.evaluation.EvaluationResults;
import nl.kring.crm.evaluation.Evaluations;

/** What participants said of the professional who taught. */
@Named
@RequestScoped
public class ViewTaught {

    @Inject
    private Evaluations evaluations;

    private String id;
    private EvaluationResults results;

    public void load() {
        results = evaluations.asSpeaker(EvaluationWords.uuid(id));
    }

    public EvaluationResults getResults() {
        return results;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
