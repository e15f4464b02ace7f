package nl.kring.crm.workbench;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.platform.BaseEntity;

/** Something that one organisation has to do, by somebody or by whoever comes first; done, and perhaps not done after all. */
@Entity
class Task extends BaseEntity {

    private Long organisationId;
    private Long assigneeId;
    private String title;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private TaskSubject subjectKind;

    private UUID subjectUuid;
    private Instant doneAt;
    private Long doneBy;
    private Long createdBy;
    private Instant createdAt;

    @Version
    private long version;

    protected Task() {}

    Task(Long organisationId, Long assigneeId, String title, NewTask wanted, Long createdBy, Instant now) {
        this.organisationId = organisationId;
        this.assigneeId = assigneeId;
        this.title = title;
        this.dueOn = wanted.dueOn();
        this.subjectKind = wanted.subjectKind();
        this.subjectUuid = wanted.subjectUuid();
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    void finish(Long accountId, Instant now) {
        doneAt = now;
        doneBy = accountId;
    }

    void reopen() {
        doneAt = null;
        doneBy = null;
    }

    void giveTo(Long accountId) {
        assigneeId = accountId;
    }

    boolean isDone() {
        return doneAt != null;
    }
}
