package nl.kring.crm.agenda;

import java.io.Serializable;

/**
 * How far two matters of an edition are, that run beside its state and beside each other. Who was delivered to the registers and what
 * participants were asked is not said here: those who do that tell it as it is.
 */
public record Progress(Accreditation accreditation, Invoicing invoicing) implements Serializable {

    /** Whether the quality registers count it. */
    public enum Accreditation {
        NOT_NEEDED,
        TO_REQUEST,
        REQUESTED,
        GRANTED,
        REJECTED
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
                invoicing == Invoicing.NOT_NEEDED ? invoicing : Invoicing.TO_INVOICE);
    }

    /** Nothing of it is still to be done. */
    public boolean isFinished() {
        return accreditation != Accreditation.TO_REQUEST
                && accreditation != Accreditation.REQUESTED
                && invoicing != Invoicing.TO_INVOICE;
    }
}
