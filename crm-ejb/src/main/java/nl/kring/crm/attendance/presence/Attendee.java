package nl.kring.crm.attendance.presence;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * Somebody with a seat, at one session.
 *
 * @param present whether he or she counts as having been there; null when nothing is known yet
 * @param came when seen coming, or null
 * @param left when seen leaving, or null
 * @param minutes of the session, where that was measured
 * @param source HAND, SCAN or REPORT; null when nothing is known yet
 * @param reason why staff put it right, or null
 */
public record Attendee(
        UUID enrolment,
        UUID person,
        String name,
        Profession profession,
        Boolean present,
        Instant came,
        Instant left,
        Integer minutes,
        String source,
        String reason)
        implements Serializable {

    /** Whether he or she is in the room, as far as is known. */
    public boolean isIn() {
        return source != null && left == null && (came != null || Boolean.TRUE.equals(present));
    }

    /** Whether he or she was there for a part that does not count as the whole. */
    public boolean isPartly() {
        return Boolean.FALSE.equals(present) && minutes != null && minutes > 0;
    }
}
