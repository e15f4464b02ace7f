package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.platform.InvalidInputException;

/**
 * New claims for seats of one edition, one or many, decided in the order in which they are given. A part of {@link
 * SeatAllocation}, by which everybody comes here. What is not made alike for all, but for one refused under the lock, ends the
 * whole transaction: then each is decided alone.
 */
final class SeatClaims {

    private final SeatAllocation seats;
    private final EntityManager em;
    private final Clock clock;
    private final EnrolmentKeys keys;
    private final Repeats repeats;
    private final Drawing drawing;

    SeatClaims(SeatAllocation seats, EntityManager em, Clock clock) {
        this.seats = seats;
        this.em = em;
        this.clock = clock;
        this.keys = new EnrolmentKeys(em, clock);
        this.repeats = new Repeats(em, clock);
        this.drawing = new Drawing(em, clock);
    }

    /** Asks the rules, without a lock of the seats. */
    List<Verdict<SeatAllocation.Asked>> ask(List<SeatAllocation.Claimed> claimed) {
        Edition edition = claimed.get(0).edition();
        Instant now = clock.instant();
        repeats.meet(
                edition, claimed.stream().map(SeatAllocation.Claimed::wanted).toList());
        List<BeforeLock> before = BeforeLock.of(em, edition, claimed, now);
        return IntStream.range(0, claimed.size())
                .mapToObj(i -> Verdict.of(() -> asked(claimed.get(i), before.get(i), now)))
                .toList();
    }

    private SeatAllocation.Asked asked(SeatAllocation.Claimed claimed, BeforeLock before, Instant now) {
        Enrolment wanted = claimed.wanted();
        SeatAllocation.Claim claim = claimed.claim();
        Edition edition = wanted.getEdition();
        Optional<Enrolment> earlier = Optional.ofNullable(before.made())
                .map(made -> keys.made(made, wanted))
                .or(() -> before.enrolled() && before.terms() ? drawing.sameWish(wanted) : Optional.empty());
        if (earlier.isEmpty()) {
            boolean full = before.full() && !edition.isWaitingList() && claim.extraBecause() == null;
            EnrolmentPolicy.check(EnrolmentPolicy.Request.of(
                    edition, wanted.getPerson().getProfession(), claim.onBehalf(), before.enrolled(), full, now));
            if (before.seatElsewhere()) {
                throw new EnrolmentRefused.SeatInRepeat();
            }
            if (before.terms() && claim.extraBecause() == null) {
                drawing.requireBegun(edition);
            }
        }
        return new SeatAllocation.Asked(claimed, before, earlier);
    }

    /** Gives each a seat, a place on the waiting list, or, where staff decide, neither yet. */
    List<Verdict<SeatAllocation.Allotted>> allot(List<SeatAllocation.Asked> asked) {
        List<SeatAllocation.Asked> fresh =
                asked.stream().filter(each -> !each.isRepeated()).toList();
        Iterator<Verdict<SeatAllocation.Allotted>> made =
                fresh.isEmpty() ? null : allotFresh(fresh).iterator();
        return asked.stream()
                .map(each -> each.isRepeated() ? again(each.earlier().get()) : made.next())
                .toList();
    }

    private Verdict<SeatAllocation.Allotted> again(Enrolment made) {
        return new Verdict<>(new SeatAllocation.Allotted(made, true, seats.positionOf(made)), null);
    }

    private List<Verdict<SeatAllocation.Allotted>> allotFresh(List<SeatAllocation.Asked> fresh) {
        Edition edition = fresh.get(0).claimed().edition();
        BeforeLock before = fresh.get(0).before();
        SeatTerms terms = before.terms() ? em.find(SeatTerms.class, edition.getId()) : null;
        Map<Long, Standing> standings = seats.standings(
                fresh.stream().map(each -> each.claimed().wanted()).toList(), terms, before.quotas());

        SeatCount count = seats.lockUnseen(edition.getId());
        SeatPlan plan = seats.plan(count, terms, before.quotas());
        boolean byLot = drawing.keeps(edition, terms);
        PriceClaims prices = new PriceClaims(em, seats.lockMode());
        List<Verdict<SeatAllocation.Claimed>> given = fresh.stream()
                .map(each -> given(each.claimed(), standings, plan, byLot, prices))
                .toList();
        List<SeatAllocation.Claimed> made = Verdict.made(given);
        if (made.isEmpty()) {
            return Verdict.then(given, none -> List.of());
        }
        made.forEach(each -> em.persist(each.wanted()));
        em.flush();
        EnrolmentKeys.Kept kept = keys.keep(made, count);
        made.forEach(each -> requireOpen(each, kept));
        Map<Enrolment, Integer> positions = positions(made, kept.firstPosition());
        return Verdict.then(
                given,
                all -> all.stream()
                        .map(each -> new Verdict<>(
                                new SeatAllocation.Allotted(each.wanted(), false, positions.get(each.wanted())), null))
                        .toList());
    }

    /** It may have been called off until the seats were locked. */
    private void requireOpen(SeatAllocation.Claimed made, EnrolmentKeys.Kept kept) {
        if (!EnrolmentPolicy.isWalkIn(
                made.claim().onBehalf(), kept.edition(), made.edition().getStartsAt(), clock.instant())) {
            EnrolmentPolicy.requireOpen(kept.edition());
        }
    }

    private Verdict<SeatAllocation.Claimed> given(
            SeatAllocation.Claimed claimed,
            Map<Long, Standing> standings,
            SeatPlan plan,
            boolean byLot,
            PriceClaims prices) {
        Enrolment wanted = claimed.wanted();
        SeatAllocation.Claim claim = claimed.claim();
        if (claim.extraBecause() != null) {
            plan.squeezeIn(wanted);
        } else if (byLot || plan.isDecidedByStaff() && !claim.onBehalf()) {
            wanted.request();
        } else {
            Standing who = standings.get(wanted.getPerson().getId());
            try {
                boolean seat = plan.placeFor(who).isPresent();
                if (seat || wanted.getEdition().isWaitingList()) {
                    prices.requireShown(wanted, seat);
                }
                seats.settle(wanted, who, plan);
            } catch (EnrolmentRefused.Full | InvalidInputException no) {
                return new Verdict<>(null, no); // nothing was taken
            }
        }
        prices.settle(wanted);
        return new Verdict<>(claimed, null);
    }

    private static Map<Enrolment, Integer> positions(List<SeatAllocation.Claimed> made, int first) {
        Map<Enrolment, Integer> positions = new HashMap<>();
        made.stream()
                .map(SeatAllocation.Claimed::wanted)
                .filter(each -> each.getState() == EnrolmentState.WAITLISTED)
                .forEach(each -> positions.put(each, first + positions.size()));
        return positions;
    }
}
