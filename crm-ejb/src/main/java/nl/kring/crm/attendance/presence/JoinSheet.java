package nl.kring.crm.attendance.presence;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What came of a join report.
 *
 * @param strangers names of the report of whom it is not known who is meant
 * @param door everybody who was expected, with what was measured
 * @param missing how many of those are in no report and have no mark
 */
public record JoinSheet(DoorList door, List<Stranger> strangers, long missing) implements Serializable {

    /**
     * A name in a report of whom it is not known who is meant.
     *
     * @param alias what it is remembered by: the address, or the name where there is none
     */
    public record Stranger(String alias, String name, String email, Instant from, Instant to, int minutes)
            implements Serializable {}

    /** Who may be meant: those of whom nothing is known yet. */
    public List<Attendee> unknown() {
        return door.attendees().stream().filter(each -> each.source() == null).toList();
    }
}
