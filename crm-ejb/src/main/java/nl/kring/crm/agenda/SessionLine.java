package nl.kring.crm.agenda;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * One meeting of an edition as it is shown; positions count from 1 in order of time.
 *
 * @param location where this one is held, when that is not where the edition is
 * @param online where to log in for this one; for the organiser's staff alone
 * @param isOnline whether one logs in somewhere of its own
 */
public record SessionLine(
        Long id,
        UUID uuid,
        int position,
        String title,
        Instant startsAt,
        Instant endsAt,
        String location,
        String online,
        boolean isOnline)
        implements Serializable {

    static SessionLine of(Session session, boolean own) {
        return new SessionLine(
                session.getId(),
                session.getUuid(),
                session.getPosition(),
                session.getTitle(),
                session.getStartsAt(),
                session.getEndsAt(),
                session.getLocation(),
                own ? session.getOnline() : null,
                session.getOnline() != null);
    }
}
