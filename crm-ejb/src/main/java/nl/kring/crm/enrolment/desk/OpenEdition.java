package nl.kring.crm.enrolment.desk;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * An edition that somebody who calls can be enrolled at.
 *
 * @param place null when it is held online or it is not known where
 * @param enrolled whether the caller has, or waits for, a seat there already
 * @param outside whether the course is meant for other professions
 */
public record OpenEdition(
        UUID uuid,
        String title,
        Instant startsAt,
        Instant endsAt,
        String place,
        int capacity,
        int taken,
        boolean waitingList,
        boolean enrolled,
        boolean outside)
        implements Serializable {

    public boolean full() {
        return taken >= capacity;
    }

    public int free() {
        return Math.max(0, capacity - taken);
    }
}
