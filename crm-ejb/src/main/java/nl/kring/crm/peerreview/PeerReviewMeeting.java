package nl.kring.crm.peerreview;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;

/** One meeting of a group, as its consultant recorded it. */
@Entity
class PeerReviewMeeting extends BaseEntity {

    private Long groupId;
    private LocalDate heldOn;
    private int minutes;
    private String subject;
    private String report;
    private Instant recordedAt;
    private Long accountId;
    private Instant withdrawnAt;
    private String reason;

    @Version
    private long version;

    protected PeerReviewMeeting() {}

    PeerReviewMeeting(Long groupId, Long accountId, Instant now) {
        this.groupId = groupId;
        this.accountId = accountId;
        this.recordedAt = now;
    }

    void tell(LocalDate day, int length, String about, String what) {
        heldOn = day;
        minutes = length;
        subject = about;
        report = what;
    }

    /** It was never held, or not by this group. */
    void withdraw(String why, Instant now) {
        withdrawnAt = now;
        reason = why;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    Long getGroupId() {
        return groupId;
    }

    LocalDate getHeldOn() {
        return heldOn;
    }

    int getMinutes() {
        return minutes;
    }

    String getSubject() {
        return subject;
    }

    String getReport() {
        return report;
    }

    long getVersion() {
        return version;
    }
}
