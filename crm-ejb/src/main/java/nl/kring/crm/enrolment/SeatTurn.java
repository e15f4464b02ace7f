package nl.kring.crm.enrolment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.audit.AuditTrail;

/** What is due for the seats of one edition, done under their lock. */
@Stateless
public class SeatTurn {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnrolmentMails mails;

    @Inject
    private ReservationNews reservations;

    /** Ends offers and reservations that are overdue, releases kept seats and the time of the members, then passes on what is free. For the timer. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void take(Long editionId) {
        Edition edition = em.find(Edition.class, editionId);
        SeatAllocation seats = new SeatAllocation(em, clock);
        List<Enrolment> late = seats.expire(edition);
        QuotaRows.current(em, editionId).stream()
                .filter(quota ->
                        quota.getReleaseAt() != null && !quota.getReleaseAt().isAfter(clock.instant()))
                .forEach(SeatQuota::release);
        List<SeatReservation> unnamed = new ReservedSeats(seats, em, clock).expire(edition);
        SeatTerms terms = em.find(SeatTerms.class, editionId);
        if (terms != null && terms.getMembersUntil() != null && !terms.isForMembersAt(clock.instant())) {
            terms.endPriority();
        }
        List<Enrolment> promoted = seats.promote(edition, null);
        late.forEach(each -> audit.record("enrolment.offer-expired", each.getUuid(), "edition " + edition.getUuid()));
        unnamed.forEach(
                each -> audit.record("seat.reservation-expired", each.getUuid(), "edition " + edition.getUuid()));
        reservations.expired(edition, unnamed);
        mails.passedOn(edition, MailKind.OFFER_EXPIRED, late, promoted);
    }
}
