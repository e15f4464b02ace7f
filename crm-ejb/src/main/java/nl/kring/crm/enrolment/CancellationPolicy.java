package nl.kring.crm.enrolment;

import java.time.Instant;
import nl.kring.crm.platform.SystemClock;

/**
 * What cancelling costs. The term of 14 days is that of the general terms of WDH Twente
 * (wdhtwente.nl/algemene-voorwaarden), which let it run from the enrolment; here it runs back from the start of the
 * edition, so that an organiser can still fill the seat.
 */
final class CancellationPolicy {

    private static final int FREE_UNTIL_DAYS_BEFORE = 14;

    private CancellationPolicy() {}

    /** The last moment for cancelling without a fee: the same time of day in Amsterdam, 14 days before the start. */
    static Instant freeUntil(Instant startsAt) {
        return startsAt.atZone(SystemClock.AMSTERDAM)
                .minusDays(FREE_UNTIL_DAYS_BEFORE)
                .toInstant();
    }

    /** The fee in cents: nothing for somebody who waits or who is in time, else the full price. */
    static int fee(EnrolmentState state, int priceCents, Instant startsAt, Instant now) {
        return state == EnrolmentState.CONFIRMED && now.isAfter(freeUntil(startsAt)) ? priceCents : 0;
    }

    /** Refuses cancelling from the start of the edition on. */
    static void checkNotStarted(Instant startsAt, Instant now) {
        if (!now.isBefore(startsAt)) {
            throw new EnrolmentRefused.Started();
        }
    }
}
