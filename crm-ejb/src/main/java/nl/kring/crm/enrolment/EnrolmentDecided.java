package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.CurrentUser;

/** Writes down, and tells, what staff decided about an enrolment. */
@Dependent
class EnrolmentDecided {

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnrolmentMails mails;

    /** The enrolment of who comes instead, still without a seat. */
    Enrolment successor(Enrolment gone, Person other) {
        return new Enrolment(
                gone.getEdition(),
                other,
                mails.addresseeOf(other.getId()).email(),
                currentUser.accountId(),
                clock.instant());
    }

    void approved(Enrolment enrolment, Integer position) {
        audit.record(
                "enrolment.approved", enrolment.getUuid(), enrolment.getState().name());
        EditionFacts facts = mails.factsOf(enrolment.getEdition());
        Addressee addressee = mails.addresseeOf(enrolment.getPerson().getId());
        mails.enrolled(enrolment, facts, addressee, position, mails.prepare(enrolment, facts, addressee));
    }

    void billed(Enrolment enrolment) {
        audit.record("enrolment.payer-changed", enrolment.getUuid(), null);
    }

    void replaced(Enrolment gone, Enrolment successor) {
        audit.record("enrolment.replaced", gone.getUuid(), "by " + successor.getUuid() + " fee " + gone.getFeeCents());
        mails.tell(MailKind.REPLACED, gone.getEdition(), List.of(gone));
        mails.tell(MailKind.CONFIRMED, successor.getEdition(), List.of(successor));
    }
}
