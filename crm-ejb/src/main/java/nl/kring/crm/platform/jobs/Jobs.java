package nl.kring.crm.platform.jobs;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Queues long work and tells how far it is. Who may start or see which work is decided by the component it is of. */
@Stateless
public class Jobs {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<JobQueued> queued;

    /**
     * Queues work; it starts after the caller's transaction commits. Open to all, because the component whose work it is
     * has asked who may start it; the first start of an empty database does so without being signed in.
     *
     * @param kind which {@link JobWork} does it
     * @param subject what it is about, in the words of that work
     */
    @PermitAll
    public void submit(String kind, UUID subject, Long accountId, Long organisationId) {
        em.persist(new Job(kind, subject, accountId, organisationId, clock.instant()));
        queued.fire(new JobQueued());
    }

    /** The newest job about a subject, for its progress. */
    @RolesAllowed("**")
    public Optional<Job> about(UUID subject) {
        return em.createQuery("select j from Job j where j.subjectUuid = :subject order by j.id desc", Job.class)
                .setParameter("subject", subject)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Asks the running work about a subject to stop at its next safe place. */
    @RolesAllowed("**")
    public void cancel(UUID subject) {
        about(subject).ifPresent(Job::requestCancel);
    }
}
