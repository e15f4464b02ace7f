package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import nl.kring.crm.platform.SystemClock;

/**
 * What giving a seat back costs. Days are counted on the clock of the wall in Amsterdam: fourteen days before an evening at
 * 19:00 is 19:00, also when the clock was put forward or back between the two. The fee never goes down as time passes.
 *
 * @param coolingOffDays so long after getting the seat cancelling costs nothing, however near the start is
 * @param tiers one at least; what none of them names costs the full price
 * @param noShowCents what who stays away without a word owes at least, also where the course is free
 * @param freeMeetingDays within so many days before the start cancelling a seat that costs nothing costs something
 * @param freeMeetingCents so much
 * @param webinarsFree a webinar is cancelled, and missed, without a fee
 * @param substituteFree who sends somebody of the same profession pays nothing
 */
public record CancellationTerms(
        int coolingOffDays,
        List<Tier> tiers,
        int noShowCents,
        int freeMeetingDays,
        int freeMeetingCents,
        boolean webinarsFree,
        boolean substituteFree)
        implements Serializable {

    /** What held before organisations had policies, and holds for those that chose none (decision 7). */
    public static final CancellationTerms FOURTEEN_DAYS =
            new CancellationTerms(0, List.of(Tier.share(14, 0), Tier.share(0, 100)), 0, 0, 0, false, true);

    public CancellationTerms {
        tiers = tiers.stream()
                .sorted(Comparator.comparingInt(Tier::fromDays).reversed())
                .toList();
    }

    /** The fee in cents for who cancels now; from the start on it stays as it was. */
    public int fee(Held held, Instant now) {
        if (webinarsFree && held.webinar() || !now.isAfter(coolingOff(held))) {
            return 0;
        }
        if (held.priceCents() == 0) {
            return now.isAfter(daysBefore(held, freeMeetingDays)) ? freeMeetingCents : 0;
        }
        int fee = 0;
        for (Tier tier : tiers) {
            fee = Math.max(fee, tier.fee(held.priceCents()));
            if (!now.isAfter(daysBefore(held, tier.fromDays()))) {
                return fee;
            }
        }
        return tiers.get(tiers.size() - 1).fromDays() == 0 ? fee : Math.max(fee, held.priceCents());
    }

    /** What cancelling costs from now on, step by step until the start; one step at least. */
    public List<FeeStep> steps(Held held, Instant now) {
        TreeSet<Instant> turns = new TreeSet<>();
        turns.add(coolingOff(held));
        turns.add(daysBefore(held, freeMeetingDays));
        tiers.forEach(tier -> turns.add(daysBefore(held, tier.fromDays())));
        List<FeeStep> steps = new ArrayList<>();
        int last = fee(held, held.startsAt());
        for (Instant turn : turns) {
            int fee = fee(held, turn);
            boolean ahead = !turn.isBefore(now) && turn.isBefore(held.startsAt());
            if (ahead && fee != last && fee != fee(held, turn.plusNanos(1))) {
                steps.add(new FeeStep(turn, fee));
            }
        }
        steps.add(new FeeStep(null, last));
        return List.copyOf(steps);
    }

    /** The last moment for cancelling without a fee; null when it costs something from the beginning. */
    public Instant freeUntil(Held held) {
        List<FeeStep> steps = steps(held, held.since());
        FeeStep first = steps.get(0);
        return first.feeCents() > 0 ? null : first.until() == null ? held.startsAt() : first.until();
    }

    /** What who stays away without a word owes in all. */
    public int owedByNoShow(Held held) {
        return Math.max(held.priceCents(), webinarsFree && held.webinar() ? 0 : noShowCents);
    }

    /** What sending somebody else costs. */
    public int feeForSubstitute(Held held, boolean sameProfession, Instant now) {
        return substituteFree && sameProfession ? 0 : fee(held, now);
    }

    private Instant coolingOff(Held held) {
        return coolingOffDays == 0
                ? held.since().minusNanos(1)
                : held.since()
                        .atZone(SystemClock.AMSTERDAM)
                        .plusDays(coolingOffDays)
                        .toInstant();
    }

    private static Instant daysBefore(Held held, int days) {
        return held.startsAt().atZone(SystemClock.AMSTERDAM).minusDays(days).toInstant();
    }
}
