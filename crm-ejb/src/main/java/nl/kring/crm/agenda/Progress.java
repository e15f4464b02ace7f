package nl.kring.crm.agenda;

import java.io.Serializable;

/** How far four matters of an edition are, that run beside its state and beside each other. */
public record Progress(Accreditation accreditation, Credits credits, Evaluation evaluation, Invoicing invoicing)
        implements Serializable {

    /** Whether the quality registers count it. */
    public enum Accreditation {
        NOT_NEEDED,
        TO_REQUEST,
        REQUESTED,
        GRANTED,
        REJECTED
    }

    /** Whether the registers know who attended. */
    public enum Credits {
        NOT_NEEDED,
        TO_DELIVER,
        DELIVERED
    }

    /** Whether participants were asked what they thought of it. */
    public enum Evaluation {
        NOT_NEEDED,
        TO_SEND,
        SENT,
        FINISHED
    }

    /** Whether it was charged. */
    public enum Invoicing {
        NOT_NEEDED,
        TO_INVOICE,
        INVOICED
    }

    /** What was needed has to be done once more. */
    Progress again() {
        return new Progress(
                accreditation == Accreditation.NOT_NEEDED ? accreditation : Accreditation.TO_REQUEST,
                credits == Credits.NOT_NEEDED ? credits : Credits.TO_DELIVER,
                evaluation == Evaluation.NOT_NEEDED ? evaluation : Evaluation.TO_SEND,
                invoicing == Invoicing.NOT_NEEDED ? invoicing : Invoicing.TO_INVOICE);
    }

    /** Nothing of it is still to be done. */
    public boolean isFinished() {
        return accreditation != Accreditation.TO_REQUEST
                && accreditation != Accreditation.REQUESTED
                && credits != Credits.TO_DELIVER
                && (evaluation == Evaluation.NOT_NEEDED || evaluation == Evaluation.FINISHED)
                && invoicing != Invoicing.TO_INVOICE;
    }
}
