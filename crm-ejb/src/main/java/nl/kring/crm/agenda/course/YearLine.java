package nl.kring.crm.agenda.course;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An edition of a year, and what it would be in the next.
 *
 * @param weeks how many weeks later
 * @param newStartsAt null when it cannot be then
 * @param holidays the days of it then that are public holidays
 * @param copied it was copied before
 * @param skipped one of its times is in the hour that the clock skips then
 */
public record YearLine(
        UUID edition,
        String title,
        Instant startsAt,
        Instant endsAt,
        int meetings,
        long weeks,
        Instant newStartsAt,
        Instant newEndsAt,
        List<LocalDate> holidays,
        boolean copied,
        boolean skipped)
        implements Serializable {

    /** Whether it can be copied. */
    public boolean possible() {
        return !copied && !skipped;
    }
}
