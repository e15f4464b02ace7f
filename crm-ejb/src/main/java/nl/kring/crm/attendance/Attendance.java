package nl.kring.crm.attendance;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** Whether one participant was present at one session. No row means that nobody has said so yet. */
@Entity
class Attendance extends BaseEntity {

    private Long enrolmentId;
    private Long sessionId;
    private boolean present;
    private Instant recordedAt;
    private Long accountId;

    @Version
    private long version;

    protected Attendance() {}

    Long getSessionId() {
        return sessionId;
    }

    boolean isPresent() {
        return present;
    }
}
