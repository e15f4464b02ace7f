package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.wired;

import jakarta.persistence.EntityManager;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.communication.template.MailForms;

/** The kinds of mail of this component, for tests beside it. */
public final class FormsOfEnrolment {

    private FormsOfEnrolment() {}

    public static MailForms made(EntityManager em) {
        return wired(new EnrolmentForms(), em, AgendaDatabase.CLOCK);
    }
}
