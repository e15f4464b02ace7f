package nl.kring.crm.agenda.calendar;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.Seats;

/**
 * An edition in the public agenda.
 *
 * @param organisation code of the organiser
 * @param online whether one can take part from behind a screen
 * @param priceCents what a participant pays, in cents
 */
public record AgendaLine(
        Long id,
        UUID uuid,
        String title,
        CourseKind kind,
        String organisation,
        String organiserName,
        String location,
        String place,
        int priceCents,
        boolean waitingList,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int taken,
        boolean online)
        implements Serializable {

    public int free() {
        return capacity - taken;
    }

    public Seats seats() {
        if (free() > 0) {
            return Seats.FREE;
        }
        return waitingList ? Seats.WAITING_LIST : Seats.FULL;
    }
}
