package nl.kring.crm.agenda.series;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.resource.FreeTimes;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;

/** Proposes sessions that recur, around public holidays and what is taken. */
@Stateless
public class Series {

    @Inject
    private FreeTimes freeTimes;

    /**
     * The sessions that a pattern brings, also those that it leaves out, in order of time. For staff.
     *
     * @param resources rooms, teachers or equipment that each session should have; theirs or shared
     * @param language of the names of holidays
     * @throws InvalidInputException a part of the pattern is missing or cannot be, or the clock never shows a time of it
     * @throws NotFoundException there is nothing such that they may book
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Occurrence> proposed(Pattern pattern, Collection<UUID> resources, Locale language) {
        Map<Recurring.Slot, String> clashes = new HashMap<>();
        if (!resources.isEmpty()) {
            List<Recurring.Slot> slots = Recurring.candidates(pattern);
            List<FreeTimes.Time> times = slots.stream()
                    .map(slot -> new FreeTimes.Time(
                            AmsterdamTime.toInstant(slot.startsAt()), AmsterdamTime.toInstant(slot.endsAt())))
                    .toList();
            freeTimes.inTheWay(resources, times).forEach((index, what) -> clashes.put(slots.get(index), what));
        }
        return Recurring.of(pattern, language, clashes);
    }
}
