package nl.kring.crm.agenda;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A meeting as it should be.
 *
 * @param uuid the session that it is a change of, null for a new one
 * @param title what this meeting is about, or null
 * @param location where it is held, or null when that is where the edition is held
 * @param online where to log in, or null when that is as for the edition
 */
public record PlannedSession(UUID uuid, String title, Instant startsAt, Instant endsAt, String location, String online)
        implements Serializable {

    public PlannedSession(UUID uuid, String title, Instant startsAt, Instant endsAt) {
        this(uuid, title, startsAt, endsAt, null, null);
    }

    /** A new meeting by the clock on the wall in Amsterdam. */
    public static PlannedSession local(String title, LocalDateTime startsAt, LocalDateTime endsAt) {
        return local(null, title, startsAt, endsAt);
    }

    /** A meeting, new or changed, by the clock on the wall in Amsterdam. */
    public static PlannedSession local(UUID uuid, String title, LocalDateTime startsAt, LocalDateTime endsAt) {
        return new PlannedSession(uuid, title, AmsterdamTime.toInstant(startsAt), AmsterdamTime.toInstant(endsAt));
    }

    /** The same meeting at another time. */
    public PlannedSession at(Instant start, Instant end) {
        return new PlannedSession(uuid, title, start, end, location, online);
    }
}
