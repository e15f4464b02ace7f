package nl.kring.crm.attendance;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/**
 * Whether one participant was present at one session. No row means that nobody has said so yet. What was measured, when somebody came
 * and left and for how many minutes, is written by {@link nl.kring.crm.attendance.presence}; what is said by hand takes its place.
 */
@Entity
class Attendance extends BaseEntity {

    private Long enrolmentId;
    private Long sessionId;
    private boolean present;
    private Instant recordedAt;
    private Long accountId;
    private Instant cameAt;
    private Instant leftAt;
    private Integer minutes;
    private String source;
    private String reason;

    @Version
    private long version;

    protected Attendance() {}

    Long getSessionId() {
        return sessionId;
    }

    boolean isPresent() {
        return present;
    }

    /** Whether he or she was there for a part that does not count as the whole. */
    boolean isPartly() {
        return !present && minutes != null && minutes > 0;
    }
}
