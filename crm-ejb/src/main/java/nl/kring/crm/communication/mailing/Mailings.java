package nl.kring.crm.communication.mailing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.jobs.Jobs;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The mailings of the caller's organisation: what was sent to whom, how far it is, and who got none and why. */
@Stateless
public class Mailings {

    private static final int MOST_SHOWN = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Jobs jobs;

    /**
     * Has a mailing sent by a job, after the commit. The same number once more sends nothing. For staff; whom it may go to has
     * been asked by who calls.
     *
     * @throws InvalidInputException nobody would get it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void queue(NewMailing wanted) {
        long mails = wanted.recipients().stream()
                .filter(each -> each.outcome() == Outcome.MAIL)
                .count();
        if (mails == 0) {
            throw new InvalidInputException("mailing-nobody");
        }
        Long organisation = currentUser.requireOrganisation();
        if (!table().put(wanted, organisation, currentUser.accountId(), clock.instant())) {
            return;
        }
        jobs.submit(MailingJob.KIND, wanted.uuid(), currentUser.accountId(), organisation);
        audit.record("mailing.queued", wanted.uuid(), wanted.purpose() + " mails " + mails);
    }

    /** Whether the caller's organisation has had this letter sent already. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public boolean isQueued(UUID uuid) {
        Long organisation = currentUser.requireOrganisation();
        return table().find(uuid)
                .map(found -> found.getOrganisationId().equals(organisation))
                .orElse(false);
    }

    /** The newest mailings. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<MailingLine> list() {
        return table().lines(currentUser.requireOrganisation(), MOST_SHOWN);
    }

    /**
     * One mailing and how far it is. For staff.
     *
     * @throws NotFoundException there is none such of the caller's organisation
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public MailingLine get(UUID uuid) {
        return table().line(currentUser.requireOrganisation(), uuid).orElseThrow(NotFoundException::new);
    }

    /**
     * Who gets it, and who does not and why. For staff.
     *
     * @throws NotFoundException there is none such of the caller's organisation
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Recipient> recipients(UUID uuid) {
        return table().recipients(own(uuid).getId());
    }

    /**
     * Writes no more mails of it; those in the outbox leave. For staff; one that is done stays done.
     *
     * @throws NotFoundException there is none such of the caller's organisation
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void stop(UUID uuid) {
        Mailing mailing = own(uuid);
        if (mailing.isUnderWay()) {
            mailing.stop(clock.instant());
            audit.record("mailing.stopped", uuid, null);
        }
    }

    private Mailing own(UUID uuid) {
        return table().find(uuid)
                .filter(found -> found.getOrganisationId().equals(currentUser.requireOrganisation()))
                .orElseThrow(NotFoundException::new);
    }

    private MailingTable table() {
        return new MailingTable(em);
    }
}
