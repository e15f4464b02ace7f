package nl.kring.crm.agenda;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.SystemClock;

/** From the clock on the wall to the moment that is stored, and back. */
public final class AmsterdamTime {

    private AmsterdamTime() {}

    /**
     * The moment at which the clock on the wall shows this time; of the hour that comes twice in October the first.
     *
     * @throws InvalidInputException the clock never shows it: the hour that is skipped in March
     */
    public static Instant toInstant(LocalDateTime wall) {
        if (wall == null) {
            return null;
        }
        List<ZoneOffset> offsets = SystemClock.AMSTERDAM.getRules().getValidOffsets(wall);
        if (offsets.isEmpty()) {
            throw new InvalidInputException(
                    "agenda-time-skipped", wall.toString().replace('T', ' '));
        }
        return wall.toInstant(offsets.get(0));
    }

    /** What the clock on the wall shows at that moment. */
    public static LocalDateTime toLocal(Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, SystemClock.AMSTERDAM);
    }
}
