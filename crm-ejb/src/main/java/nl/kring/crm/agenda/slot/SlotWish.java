package nl.kring.crm.agenda.slot;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;

/**
 * What must fit.
 *
 * @param teachers and equipment: all of these
 * @param room this one; null for any that is large enough, when a room is wanted
 * @param anyRoom whether a room is wanted, whichever
 * @param capacity how many people a room must take; null when that does not matter
 * @param place where any room must be; null when that does not matter
 * @param minutes how long it takes
 * @param days on which days of the week; empty for all
 * @param earliest not before, by the clock on the wall
 * @param latest over by then, the same day
 * @param firstDay from this day
 * @param lastDay until this one
 */
public record SlotWish(
        Set<UUID> teachers,
        UUID room,
        boolean anyRoom,
        Integer capacity,
        String place,
        int minutes,
        Set<DayOfWeek> days,
        LocalTime earliest,
        LocalTime latest,
        LocalDate firstDay,
        LocalDate lastDay)
        implements Serializable {

    boolean needsRoom() {
        return room != null || anyRoom;
    }
}
