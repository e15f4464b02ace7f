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
import java.util.List;
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
        recordAll(action, List.of(new Fact(currentUser.accountId(), currentUser.organisationId(), subject, detail)));
    }

    /**
     * What somebody did who need not be the caller.
     *
     * @param organisation that was acted for, or null
     */
    public record Fact(Long account, Long organisation, UUID subject, String detail) {}

    /** Records the same of many, each done by somebody, in one statement. For other boundaries. */
    @PermitAll
    public void recordAll(String action, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        em.createNativeQuery("""
                insert into crm.audit_entry (at, account_id, organisation_id, action, subject_uuid, detail)
                select :at, f.account, f.organisation, :action, f.subject, f.detail
                  from unnest(cast(:accounts as bigint[]), cast(:organisations as bigint[]), cast(:subjects as uuid[]),
                              cast(:details as text[])) with ordinality f (account, organisation, subject, detail, n)
                 order by f.n""")
                .setParameter("at", clock.instant())
                .setParameter("action", action)
                .setParameter("accounts", facts.stream().map(Fact::account).toArray(Long[]::new))
                .setParameter(
                        "organisations", facts.stream().map(Fact::organisation).toArray(Long[]::new))
                .setParameter("subjects", facts.stream().map(Fact::subject).toArray(UUID[]::new))
                .setParameter("details", facts.stream().map(Fact::detail).toArray(String[]::new))
                .executeUpdate();
        facts.forEach(fact -> log(action + " " + fact.subject() + (fact.detail() == null ? "" : " " + fact.detail())));
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
