package nl.kring.crm.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.platform.SystemClock;

/** One session of an edition. Its attendance can be taken from its own day on, as the calendar stands in Amsterdam. */
record SessionHeld(Long id, UUID uuid, int position, String title, Instant startsAt, Instant endsAt) {

    LocalDate day() {
        return LocalDate.ofInstant(startsAt, SystemClock.AMSTERDAM);
    }

    boolean isOpen(Clock clock) {
        return !LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM).isBefore(day());
    }
}
