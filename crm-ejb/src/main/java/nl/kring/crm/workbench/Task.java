package nl.kring.crm.workbench;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.platform.BaseEntity;

/** Something that one organisation has to do, by somebody or by whoever comes first; done, and perhaps not done after all. */
@Entity
class Task extends BaseEntity {

    private Long organisationId;
    private Long assigneeId;
    private Long deputyId;
    private String title;
    private LocalDate dueOn;
    private boolean dueByHand;

    @Enumerated(EnumType.STRING)
    private TaskSubject subjectKind;

    private UUID subjectUuid;
    private String about;
    private String action;
    private Instant waitingSince;
    private Instant doneAt;
    private Long doneBy;

    @Enumerated(EnumType.STRING)
    private TaskOutcome outcome;

    private String reason;
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

    Task(PlannedTask planned, Long createdBy, Instant now) {
        this.organisationId = planned.organisationId();
        this.assigneeId = planned.assigneeId();
        this.deputyId = planned.deputyId();
        this.title = planned.title();
        this.dueOn = planned.dueOn();
        this.subjectKind = planned.subjectKind();
        this.subjectUuid = planned.subjectUuid();
        this.about = planned.about();
        this.action = planned.action();
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** There is nothing to do any more; why must be said of what was not needed. */
    void end(TaskOutcome how, String why, Long accountId, Instant now) {
        outcome = how;
        reason = why;
        doneAt = now;
        doneBy = accountId;
        waitingSince = null;
    }

    void reopen() {
        outcome = null;
        reason = null;
        doneAt = null;
        doneBy = null;
    }

    /** From now on others have to do something first; null for no longer. */
    void waitSince(Instant moment) {
        waitingSince = moment;
    }

    /** Who did it while another was away is nobody's deputy once it is his or hers. */
    void giveTo(Long accountId) {
        assigneeId = accountId;
        if (Objects.equals(deputyId, accountId)) {
            deputyId = null;
        }
    }

    /** It stands in the list of the organisation whose people do it. */
    void belongTo(Long organisation) {
        organisationId = organisation;
    }

    /** Who does it instead while whom it was given to is away. */
    void deputise(Long accountId) {
        deputyId = accountId;
    }

    /** Somebody says when it is due: that stays, whatever it is about moves to. */
    void dateByHand(LocalDate day) {
        dueOn = day;
        dueByHand = true;
    }

    /** It is due when that follows from what it is about. */
    void followOn(LocalDate day) {
        dueOn = day;
        dueByHand = false;
    }

    /** What it is about is called otherwise now. */
    void isAbout(String words) {
        about = words;
    }

    boolean isDone() {
        return doneAt != null;
    }

    LocalDate getDueOn() {
        return dueOn;
    }

    boolean isDueByHand() {
        return dueByHand;
    }

    boolean isCancelled() {
        return outcome == TaskOutcome.CANCELLED;
    }

    boolean isWaiting() {
        return waitingSince != null;
    }
}
