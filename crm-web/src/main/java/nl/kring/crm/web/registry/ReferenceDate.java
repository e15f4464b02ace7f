package nl.kring.crm.web.registry;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import nl.kring.crm.platform.SystemClock;

/** The day that a page is asked for; today when the address names none. */
final class ReferenceDate {

    private ReferenceDate() {}

    static LocalDate of(String iso, Clock clock) {
        try {
            return iso == null || iso.isBlank() ? today(clock) : LocalDate.parse(iso.strip());
        } catch (DateTimeException notOne) {
            return today(clock);
        }
    }

    static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
    }
}
