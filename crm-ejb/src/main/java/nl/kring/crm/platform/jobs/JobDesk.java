package nl.kring.crm.platform.jobs;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the runner writes about jobs, each time in a transaction of its own. For the runner alone. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobDesk {

    private static final int MOST_ATTEMPTS = 5;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** A job as the runner needs it. */
    public record Taken(Long id, String kind, UUID subject) {}

    /** Takes the oldest job that nobody works on; two runners never take the same one. */
    public Optional<Taken> take(String runner) {
        @SuppressWarnings("unchecked")
        List<Number> ids =
                em.createNativeQuery("""
                select id from crm.job
                 where state = 'QUEUED' or (state = 'RUNNING' and lease_until < :now)
                 order by id limit 1 for update skip locked
                """).setParameter("now", clock.instant()).getResultList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        Job job = em.find(Job.class, ids.get(0).longValue());
        if (job.isCancelRequested()) {
            job.finish(JobState.CANCELLED, null, clock.instant());
            return Optional.empty();
        }
        if (job.getAttempts() >= MOST_ATTEMPTS) {
            job.finish(JobState.FAILED, "given up after " + MOST_ATTEMPTS + " attempts", clock.instant());
            return Optional.empty();
        }
        job.start(runner, clock.instant());
        return Optional.of(new Taken(job.getId(), job.getKind(), job.getSubjectUuid()));
    }

    /** Writes the progress and keeps the lease; answers whether the work should stop. */
    public boolean progress(Long id, int done, int total) {
        Job job = em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
        job.progress(done, total, clock.instant());
        return job.isCancelRequested();
    }

    /** Ends a job. */
    public void finish(Long id, JobState end, String why) {
        em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE).finish(end, why, clock.instant());
    }
}
