package nl.kring.crm.workbench;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** What somebody outside, or the clock, gives an organisation's staff to do; for whoever of them comes first. */
@Stateless
public class TaskInbox {

    private static final int LONGEST = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * Adds a task of nobody in particular; too many words are cut off. For boundaries that have checked who asks: there may
     * be nobody signed in.
     */
    @PermitAll
    public void put(Long organisation, NewTask wanted) {
        String title = wanted.title().length() <= LONGEST
                ? wanted.title()
                : wanted.title().substring(0, LONGEST - 1) + "…";
        em.persist(new Task(organisation, null, title, wanted, null, clock.instant()));
    }
}
