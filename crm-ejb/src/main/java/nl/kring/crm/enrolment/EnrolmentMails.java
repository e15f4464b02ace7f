package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.communication.Messages;

/** Gathers what the mails about enrolments need and puts them in the outbox. Who has no address gets no mail. */
@Dependent
class EnrolmentMails {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    EditionFacts factsOf(Edition edition) {
        return EditionFacts.of(em, edition);
    }

    Addressee addresseeOf(Long personId) {
        return Addressees.of(em, Set.of(personId)).get(personId);
    }

    /** The calendar that goes with a confirmation that is still to be made. */
    String invitation(Enrolment enrolment, EditionFacts facts, Addressee addressee) {
        return addressee.email() == null
                ? null
                : EnrolmentCalendar.invitation(enrolment.getUuid(), 0, facts, addressee, clock.instant());
    }

    /** Tells somebody of a new enrolment. */
    void enrolled(Enrolment enrolment, EditionFacts facts, Addressee addressee, Integer position, String invitation) {
        if (addressee.email() == null) {
            return;
        }
        boolean confirmed = enrolment.getState() == EnrolmentState.CONFIRMED;
        messages.send(EnrolmentMail.write(
                confirmed ? MailKind.CONFIRMED : MailKind.WAITLISTED,
                enrolment,
                facts,
                addressee,
                position,
                confirmed ? invitation : null));
    }

    /** Tells many of one edition the same: a promotion, or that it is cancelled. */
    void tell(MailKind kind, Edition edition, List<Enrolment> enrolments) {
        if (enrolments.isEmpty()) {
            return;
        }
        EditionFacts facts = factsOf(edition);
        Map<Long, Addressee> addressees = Addressees.of(
                em,
                enrolments.stream()
                        .map(enrolment -> enrolment.getPerson().getId())
                        .toList());
        for (Enrolment enrolment : enrolments) {
            Addressee addressee = addressees.get(enrolment.getPerson().getId());
            if (addressee.email() != null) {
                messages.send(EnrolmentMail.write(
                        kind, enrolment, facts, addressee, null, calendar(kind, enrolment, facts, addressee)));
            }
        }
    }

    /** The calendar of an enrolment that has a seat. */
    String calendarOf(Enrolment enrolment) {
        return calendar(
                MailKind.CONFIRMED,
                enrolment,
                factsOf(enrolment.getEdition()),
                addresseeOf(enrolment.getPerson().getId()));
    }

    private String calendar(MailKind kind, Enrolment enrolment, EditionFacts facts, Addressee addressee) {
        if (!enrolment.wasConfirmed()) {
            return null; // never invited, so there is nothing to take out of a calendar
        }
        int sequence = (int) enrolment.getVersion();
        return EnrolmentMail.isCancelling(kind)
                ? EnrolmentCalendar.cancellation(enrolment.getUuid(), sequence, facts, addressee, clock.instant())
                : EnrolmentCalendar.invitation(enrolment.getUuid(), sequence, facts, addressee, clock.instant());
    }
}
