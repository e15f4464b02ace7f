package nl.kring.crm.web.agenda;

import java.io.Serializable;
import nl.kring.crm.agenda.Progress;

/** How far the matters beside the state of an edition are, to be chosen. */
public class ProgressForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private Progress.Accreditation accreditation;
    private Progress.Invoicing invoicing;

    ProgressForm(Progress known) {
        accreditation = known.accreditation();
        invoicing = known.invoicing();
    }

    Progress progress() {
        return new Progress(accreditation, invoicing);
    }

    public Progress.Accreditation[] getAccreditations() {
        return Progress.Accreditation.values();
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

    public Progress.Invoicing getInvoicing() {
        return invoicing;
    }

    public void setInvoicing(Progress.Invoicing invoicing) {
        this.invoicing = invoicing;
    }
}
