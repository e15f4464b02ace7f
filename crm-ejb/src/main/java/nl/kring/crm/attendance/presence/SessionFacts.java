package nl.kring.crm.attendance.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.platform.SystemClock;

/** A session, as far as being there needs it. */
record SessionFacts(
        Long id,
        UUID uuid,
        String sessionTitle,
        Instant startsAt,
        Instant endsAt,
        Long editionId,
        UUID edition,
        EditionState state,
        String title,
        String place,
        Long organiserId,
        boolean organisedToo) {

    private static final Duration AROUND = Duration.ofHours(6);

    Duration length() {
        return Duration.between(startsAt, endsAt);
    }

    LocalDate day() {
        return LocalDate.ofInstant(startsAt, SystemClock.AMSTERDAM);
    }

    /** Whether a scan of that moment can be one of this session. */
    boolean isAround(Instant moment) {
        return !moment.isBefore(startsAt.minus(AROUND)) && !moment.isAfter(endsAt.plus(AROUND));
    }

    boolean isOpenAt(Instant now) {
        return state.isTaken()
                && !LocalDate.ofInstant(now, SystemClock.AMSTERDAM).isBefore(day());
    }
}
