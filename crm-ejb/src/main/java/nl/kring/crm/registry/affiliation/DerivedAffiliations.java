package nl.kring.crm.registry.affiliation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import nl.kring.crm.registry.GoldenRecords;
import org.hibernate.Session;

/**
 * Keeps what follows from rows of registers: one affiliation for every person and the workplace that his or her rows name,
 * and what a register says by somebody standing in it. What people said by hand comes first and is never touched. Whoever
 * writes or moves source records, or finds their workplaces, calls this in the same transaction.
 */
@Stateless
public class DerivedAffiliations {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private GoldenRecords goldenRecords;

    /**
     * Derives those of these persons anew; deriving again changes nothing. For other boundaries and for jobs, which have no
     * caller.
     *
     * @return how many affiliations and memberships began, changed or went
     */
    @PermitAll
    public int derive(Collection<Long> personIds) {
        em.flush();
        int changed = em.unwrap(Session.class)
                .doReturningWork(connection -> new DerivedTable(connection, clock).derive(personIds));
        if (changed > 0) {
            goldenRecords.derive(personIds);
        }
        return changed;
    }

    /**
     * The same for many, and what is shown of them: each person is written once. For the import, which has no caller.
     *
     * @param between is run after each step
     */
    @PermitAll
    public void deriveWithPersons(Collection<Long> personIds, Runnable between) {
        em.flush();
        em.unwrap(Session.class).doWork(connection -> new DerivedTable(connection, clock).deriveBefore(personIds));
        between.run();
        Set<Long> others = goldenRecords.show(personIds);
        between.run();
        if (!others.isEmpty()) {
            derive(others);
        }
    }

    /** Derives everybody's anew, by the thousand. For jobs. */
    @PermitAll
    public int deriveAll() {
        em.flush();
        int changed =
                em.unwrap(Session.class).doReturningWork(connection -> new DerivedTable(connection, clock).deriveAll());
        if (changed > 0) {
            goldenRecords.deriveAll();
        }
        return changed;
    }
}
