package nl.kring.crm.platform.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs queued jobs, one at a time on this node, outside any transaction of its own. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());

    private final String name = UUID.randomUUID().toString();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopping;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private JobDesk desk;

    @Inject
    @Any
    private Instance<JobWork> works;

    /** Looks for work; told by the clock, and at once when something was queued. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void look() {
        if (!stopping && busy.compareAndSet(false, true)) {
            try {
                executor.execute(this::workThrough);
            } catch (RejectedExecutionException serverIsBusyOrStopping) {
                busy.set(false);
            }
        }
    }

    /** A queued job starts right after the commit. */
    public void lookAtOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobQueued event) {
        look();
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    private void workThrough() {
        try {
            Optional<JobDesk.Taken> job = desk.take(name);
            while (job.isPresent() && !stopping) {
                run(job.get());
                job = desk.take(name);
            }
        } finally {
            busy.set(false);
        }
    }

    private void run(JobDesk.Taken job) {
        Progress progress = new Progress(job.id());
        try {
            work(job.kind()).run(job.subject(), progress);
            desk.finish(job.id(), progress.cancelled ? JobState.CANCELLED : JobState.DONE, null);
        } catch (RuntimeException failure) { // whatever went wrong belongs to this job, not to the runner
            LOG.log(Level.SEVERE, failure, () -> "job " + job.kind() + " about " + job.subject() + " failed");
            desk.finish(job.id(), JobState.FAILED, String.valueOf(failure.getMessage()));
        }
    }

    private JobWork work(String kind) {
        return works.stream()
                .filter(work -> work.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No component does jobs of kind " + kind));
    }

    private final class Progress implements JobProgress {

        private final Long job;
        private boolean cancelled;

        private Progress(Long job) {
            this.job = job;
        }

        @Override
        public void at(int done, int total) {
            cancelled = desk.progress(job, done, total) || cancelled;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
