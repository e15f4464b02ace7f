package nl.kring.crm.registry;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import nl.kring.crm.platform.SystemClock;
import org.hibernate.Session;

/**
 * Derives what is shown of persons from what is said of them. Whoever writes or moves source records or statements calls
 * this in the same transaction. Person objects that the caller has loaded do not see the change; refresh them.
 */
@Stateless
public class GoldenRecords {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * Derives these persons anew; deriving again changes nothing. For other boundaries and for jobs, which have no caller.
     *
     * @return how many persons now show something else
     */
    @PermitAll
    public int derive(Collection<Long> personIds) {
        em.flush();
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new Survivorship(connection, today()).derive(personIds));
    }

    /**
     * The same, for who has derived positions beforehand.
     *
     * @return the persons who were shown with another profession, from which positions follow
     */
    @PermitAll
    public Set<Long> show(Collection<Long> personIds) {
        em.flush();
        return em.unwrap(Session.class).doReturningWork(connection -> {
            Survivorship survivorship = new Survivorship(connection, today());
            survivorship.derive(personIds);
            return survivorship.otherProfession();
        });
    }

    /**
     * Derives everybody anew from nothing but what is said. For jobs.
     *
     * @return how many persons now show something else
     */
    @PermitAll
    public int deriveAll() {
        em.flush();
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new Survivorship(connection, today()).deriveAll());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
    }
}
