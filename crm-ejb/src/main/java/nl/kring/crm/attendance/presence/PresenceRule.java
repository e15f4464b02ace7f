package nl.kring.crm.attendance.presence;

import java.io.Serializable;
import java.time.Duration;

/**
 * From which share of a session on somebody counts as having been there.
 *
 * @param scheme the register that it is for; null for all that have no rule of their own
 * @param wholePercent from this share on it is as if he or she was there from start to end
 * @param partPercent from this share of all sessions together on, the points count in proportion, down to half a point; null when
 *     who was not there for the whole has nothing
 */
public record PresenceRule(String scheme, int wholePercent, Integer partPercent) implements Serializable {

    /** As long as an organisation has said nothing. */
    public static final PresenceRule DEFAULT = new PresenceRule(null, 90, null);

    /** Whether so many minutes of a session count as the whole of it. */
    boolean isWhole(int minutes, Duration session) {
        return minutes * 100L >= wholePercent * Math.max(1, session.toMinutes());
    }
}
