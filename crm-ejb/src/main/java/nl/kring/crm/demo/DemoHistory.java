package nl.kring.crm.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.platform.jobs.JobWork;

/**
 * Gives the people of the demo a past, once their registers came in: queued after the imports, it is done after them. All of
 * it or nothing, and only once.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DemoHistory implements JobWork {

    static final String KIND = "demo-history";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(UUID subject, JobProgress progress) {
        Number told = (Number) em.createNativeQuery(
                        "select count(*) from crm.affiliation where role = 'PRACTICE_OWNER' and not derived")
                .getSingleResult();
        if (told.intValue() == 0) {
            DemoScript.tell(em, clock, "history.sql");
        }
    }
}
