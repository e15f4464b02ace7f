package nl.kring.crm.registry.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.hibernate.Session;

/** The practices that rows of registers name. Whoever writes source records calls this in the same transaction. */
@Stateless
public class Workplaces {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * Links all rows to practices, makes the ones that nobody named before, joins those that turn out to be one, and derives
     * what is shown of every practice that rows of these persons name or named. Doing it again changes nothing. For the
     * import, which has no caller.
     *
     * @return the persons whose rows are now linked otherwise than before, also others than those asked for
     */
    @PermitAll
    public Set<Long> link(Collection<Long> personIds) {
        em.flush();
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new WorkplaceLinks(connection, clock.instant()).link(personIds));
    }
}
