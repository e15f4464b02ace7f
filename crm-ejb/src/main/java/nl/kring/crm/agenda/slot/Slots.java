package nl.kring.crm.agenda.slot;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** When teachers and a room are free together. */
@Stateless
public class Slots {

    static final int LONGEST_SEARCH = 366;
    static final int SHORTEST = 15;
    static final int LONGEST = 14 * 60;
    private static final int MOST_SHOWN = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /**
     * The first moments at which all fit, with what they need before and after: not had by others, held no longer than asked,
     * within their hours, not away. Moments that follow each other by a quarter of an hour are one. For staff.
     *
     * @param most how many, 1 to 50
     * @throws NotFoundException one of the teachers or the room is nothing that the caller may book
     * @throws InvalidInputException nothing is asked for, or it takes too short or long, does not fit between the hours, or
     *     the days are in the past, the wrong way round or more than 366
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Slot> first(SlotWish wish, int most) {
        check(wish);
        SlotTable table = new SlotTable(em, currentUser.requireOrganisation(), clock.instant());
        if (table.known(wish) < wish.teachers().size() + (wish.room() == null ? 0 : 1)) {
            throw new NotFoundException();
        }
        return table.first(wish, Math.max(1, Math.min(most, MOST_SHOWN)));
    }

    private void check(SlotWish wish) {
        if (wish.teachers().isEmpty() && !wish.needsRoom()) {
            throw new InvalidInputException("slot-nothing");
        }
        if (wish.minutes() < SHORTEST || wish.minutes() > LONGEST) {
            throw new InvalidInputException("slot-length", SHORTEST, LONGEST);
        }
        if (wish.earliest() == null
                || wish.latest() == null
                || Duration.between(wish.earliest(), wish.latest()).toMinutes() < wish.minutes()) {
            throw new InvalidInputException("slot-hours");
        }
        LocalDate today = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
        if (wish.firstDay() == null
                || wish.lastDay() == null
                || wish.firstDay().isBefore(today)
                || wish.lastDay().isBefore(wish.firstDay())
                || ChronoUnit.DAYS.between(wish.firstDay(), wish.lastDay()) >= LONGEST_SEARCH) {
            throw new InvalidInputException("slot-days", LONGEST_SEARCH);
        }
    }
}
