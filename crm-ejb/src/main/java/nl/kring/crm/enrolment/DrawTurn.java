package nl.kring.crm.enrolment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.audit.AuditTrail;

/**
 * The draw of one edition: order, seats, log and mails in one transaction, so that a server that stops in the middle has done
 * nothing, and the next one does it all.
 */
@Stateless
public class DrawTurn {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnrolmentMails mails;

    /** Draws when the moment has come and nobody did; else does nothing. For the timer. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void take(Long editionId) {
        Edition edition = em.find(Edition.class, editionId);
        HeldDraw.Drawn drawn = new SeatAllocation(em, clock).draw(edition);
        if (drawn.logHash() == null) {
            return;
        }
        audit.record(
                "edition.drawn", edition.getUuid(), "count " + drawn.decided().size() + " log " + drawn.logHash());
        mails.drawn(edition, drawn.decided());
    }
}
