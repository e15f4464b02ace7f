package nl.kring.crm.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.UUID;
import java.util.logging.Logger;
import nl.kring.crm.security.CurrentUser;

/** Writes one entry for one business fact, in the transaction of that fact. */
@Stateless
public class AuditTrail {

    private static final Logger LOG = Logger.getLogger("nl.kring.crm.facts");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    /**
     * Records what the caller does. Every boundary may call it, also for anonymous visitors and for jobs.
     *
     * @param action what was done, like {@code enrolment.confirmed}
     * @param subject what it was done to
     * @param detail further UUIDs or counts; never a name or an address
     */
    @PermitAll
    public void record(String action, UUID subject, String detail) {
        em.createNativeQuery("""
                insert into crm.audit_entry (at, account_id, organisation_id, action, subject_uuid, detail)
                values (:at, cast(:account as bigint), cast(:organisation as bigint), :action, :subject, cast(:detail as text))
                """)
                .setParameter("at", clock.instant())
                .setParameter("account", currentUser.accountId())
                .setParameter("organisation", currentUser.organisationId())
                .setParameter("action", action)
                .setParameter("subject", subject)
                .setParameter("detail", detail)
                .executeUpdate();
        log(action + " " + subject + (detail == null ? "" : " " + detail));
    }

    /** What is undone was no fact: it is told when it is there to stay. */
    private void log(String fact) {
        if (transactions == null) {
            LOG.info(fact);
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    LOG.info(fact);
                }
            }
        });
    }
}
