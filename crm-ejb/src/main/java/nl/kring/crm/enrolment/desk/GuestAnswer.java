package nl.kring.crm.enrolment.desk;

import java.io.Serializable;
import java.time.Instant;
import nl.kring.crm.enrolment.EnrolmentState;

/**
 * What the holder of a guest's link sees.
 *
 * @param state of the enrolment; null as long as it is not confirmed
 * @param position the rank on the waiting list, or null
 * @param expired whether the link came too late
 * @param name as it was typed; null once it is confirmed
 */
public record GuestAnswer(
        java.util.UUID edition,
        String title,
        String organiser,
        Instant startsAt,
        Instant endsAt,
        String place,
        int priceCents,
        String name,
        EnrolmentState state,
        Integer position,
        boolean expired,
        Instant expiresAt)
        implements Serializable {

    /** Whether there is something to confirm. */
    public boolean open() {
        return state == null && !expired;
    }
}
