package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.attendance.delivery.CreditDeliveries;
import nl.kring.crm.attendance.delivery.CreditsSoFar;
import nl.kring.crm.evaluation.EvaluationSoFar;
import nl.kring.crm.evaluation.Evaluations;
import nl.kring.crm.web.layout.Me;

/** What came of points and evaluation of an edition, as those who see to it tell; for its staff. */
@Named
@ViewScoped
public class HowFar implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CreditDeliveries deliveries;

    @Inject
    private Evaluations evaluations;

    @Inject
    private Me me;

    private CreditsSoFar credits;
    private EvaluationSoFar evaluation;

    public void load(EditionDetail edition) {
        if (edition != null && me.isStaff()) {
            credits = deliveries.soFar(edition.uuid());
            evaluation = evaluations.soFar(edition.uuid());
        }
    }

    public boolean isTold() {
        return credits != null;
    }

    public CreditsSoFar getCredits() {
        return credits;
    }

    public EvaluationSoFar getEvaluation() {
        return evaluation;
    }
}
