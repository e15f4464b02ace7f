package nl.kring.crm.registry.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import org.hibernate.Session;

/** The practices that rows of registers name. Whoever writes source records calls this in the same transaction. */
@Stateless
public class Workplaces {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * Links all rows of these persons to practices, makes the ones that nobody named before, and derives what is shown of
     * every practice that they name or named. Doing it again changes nothing. For the import, which has no caller.
     *
     * @return how many rows are now linked otherwise than before
     */
    @PermitAll
    public int link(Collection<Long> personIds) {
        em.flush();
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new WorkplaceLinks(connection, clock.instant()).link(personIds));
    }
}
