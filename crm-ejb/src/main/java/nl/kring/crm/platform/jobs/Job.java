package nl.kring.crm.platform.jobs;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.platform.BaseEntity;

/** One piece of long work and how far it is. */
@Entity
public class Job extends BaseEntity {

    static final Duration LEASE = Duration.ofMinutes(2);

    private String kind;
    private UUID subjectUuid;

    @Enumerated(EnumType.STRING)
    private JobState state = JobState.QUEUED;

    private int progressDone;
    private int progressTotal;
    private boolean cancelRequested;
    private int attempts;
    private String worker;
    private Instant leaseUntil;
    private Long accountId;
    private Long organisationId;
    private Instant createdAt;
    private Instant startedAt;
    private Instant finishedAt;
    private String failure;

    @Version
    private long version;

    protected Job() {}

    Job(String kind, UUID subject, Long accountId, Long organisationId, Instant now) {
        this.kind = kind;
        this.subjectUuid = subject;
        this.accountId = accountId;
        this.organisationId = organisationId;
        this.createdAt = now;
    }

    void start(String runner, Instant now) {
        state = JobState.RUNNING;
        worker = runner;
        attempts++;
        startedAt = startedAt == null ? now : startedAt;
        leaseUntil = now.plus(LEASE);
    }

    void progress(int done, int total, Instant now) {
        progressDone = done;
        progressTotal = total;
        leaseUntil = now.plus(LEASE);
    }

    void finish(JobState end, String why, Instant now) {
        state = end;
        failure = why;
        finishedAt = now;
        leaseUntil = null;
    }

    void requestCancel() {
        cancelRequested = true;
    }

    /** How far it is, from 0 to 100, as far as its work tells. */
    public int getPercent() {
        return progressTotal == 0 ? 0 : (int) Math.min(100, 100L * progressDone / progressTotal);
    }

    public String getKind() {
        return kind;
    }

    public UUID getSubjectUuid() {
        return subjectUuid;
    }

    public JobState getState() {
        return state;
    }

    public boolean isCancelRequested() {
        return cancelRequested;
    }

    public int getAttempts() {
        return attempts;
    }

    public String getFailure() {
        return failure;
    }
}
