package nl.kring.crm.attendance.presence;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What staff have at the door of a session: who is expected, by name, and who is in.
 *
 * @param sessions all of the edition, this one among them
 * @param open whether somebody can be checked in: from the day of the session on, when it was not called off
 */
public record DoorList(
        UUID session,
        UUID edition,
        String title,
        String sessionTitle,
        String place,
        Instant startsAt,
        Instant endsAt,
        boolean open,
        List<Door> sessions,
        List<Attendee> attendees)
        implements Serializable {

    /** One session of the edition. */
    public record Door(UUID session, String title, Instant startsAt) implements Serializable {}

    public long in() {
        return attendees.stream().filter(Attendee::isIn).count();
    }
}
