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
 */
public record PlannedSession(UUID uuid, String title, Instant startsAt, Instant endsAt) implements Serializable {

    /** A new meeting by the clock on the wall in Amsterdam. */
    public static PlannedSession local(String title, LocalDateTime startsAt, LocalDateTime endsAt) {
        return local(null, title, startsAt, endsAt);
    }

    /** A meeting, new or changed, by the clock on the wall in Amsterdam. */
    public static PlannedSession local(UUID uuid, String title, LocalDateTime startsAt, LocalDateTime endsAt) {
        return new PlannedSession(uuid, title, AmsterdamTime.toInstant(startsAt), AmsterdamTime.toInstant(endsAt));
    }
}
