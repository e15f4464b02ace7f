package nl.kring.crm.web.agenda;

import java.io.Serializable;
import nl.kring.crm.agenda.Progress;

/** How far the matters beside the state of an edition are, to be chosen. */
public class ProgressForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private Progress.Accreditation accreditation;
    private Progress.Credits credits;
    private Progress.Evaluation evaluation;
    private Progress.Invoicing invoicing;

    ProgressForm(Progress known) {
        accreditation = known.accreditation();
        credits = known.credits();
        evaluation = known.evaluation();
        invoicing = known.invoicing();
    }

    Progress progress() {
        return new Progress(accreditation, credits, evaluation, invoicing);
    }

    public Progress.Accreditation[] getAccreditations() {
        return Progress.Accreditation.values();
    }

    public Progress.Credits[] getCreditsStates() {
        return Progress.Credits.values();
    }

    public Progress.Evaluation[] getEvaluations() {
        return Progress.Evaluation.values();
    }

    public Progress.Invoicing[] getInvoicings() {
        return Progress.Invoicing.values();
    }

    public Progress.Accreditation getAccreditation() {
        return accreditation;
    }

    public void setAccreditation(Progress.Accreditation accreditation) {
        this.accreditation = accreditation;
    }

    public Progress.Credits getCredits() {
        return credits;
    }

    public void setCredits(Progress.Credits credits) {
        this.credits = credits;
    }

    public Progress.Evaluation getEvaluation() {
        return evaluation;
    }

    public void setEvaluation(Progress.Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    public Progress.Invoicing getInvoicing() {
        return invoicing;
    }

    public void setInvoicing(Progress.Invoicing invoicing) {
        this.invoicing = invoicing;
    }
}
