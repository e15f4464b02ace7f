package nl.kring.crm.agenda;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One meeting of an edition as it is shown; positions count from 1 in order of time. */
public record SessionLine(Long id, UUID uuid, int position, String title, Instant startsAt, Instant endsAt)
        implements Serializable {

    static SessionLine of(Session session) {
        return new SessionLine(
                session.getId(),
                session.getUuid(),
                session.getPosition(),
                session.getTitle(),
                session.getStartsAt(),
                session.getEndsAt());
    }
}
