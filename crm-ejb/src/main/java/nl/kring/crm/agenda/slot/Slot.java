package nl.kring.crm.agenda.slot;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A moment at which all fits.
 *
 * @param latestStart until when one can begin instead, in steps of a quarter of an hour
 * @param rooms what is free then, the smallest first; none when no room is wanted
 */
public record Slot(Instant startsAt, Instant endsAt, Instant latestStart, List<Room> rooms) implements Serializable {

    /** A room that is free. */
    public record Room(UUID uuid, String name, String place, Integer capacity) implements Serializable {}
}
