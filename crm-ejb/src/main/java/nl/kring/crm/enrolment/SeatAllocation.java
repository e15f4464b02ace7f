package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.registry.Person;

/**
 * The one way to a seat, for screens, API, staff and promotion alike. Whoever takes, gives back or passes on a seat holds
 * the row lock of {@link SeatCount} until the commit, so that the last seat is given once and the waiting list has no
 * gaps. The lock is taken as late as possible; nothing slow happens under it.
 */
class SeatAllocation {

    /**
     * Who asks, for whom.
     *
     * @param accountId the caller's account
     * @param key the caller's idempotency key, or null
     * @param onBehalf staff enrols somebody else
     * @param extraBecause why staff give a seat beyond the last one; null when they do not
     */
    record Claim(Long accountId, String key, boolean onBehalf, String extraBecause) {

        Claim(Long accountId, String key, boolean onBehalf) {
            this(accountId, key, onBehalf, null);
        }
    }

    /** What a cancellation did; {@code done} is false when the enrolment had ended before. */
    record Released(boolean done, List<Enrolment> promoted) {}

    /**
     * What came of a claim.
     *
     * @param repeated when an earlier call with the same key had made it
     * @param position the rank on the waiting list, from 1; null for who does not wait
     */
    record Allotted(Enrolment enrolment, boolean repeated, Integer position) {}

    private static final Claim NO_KEY = new Claim(null, null, true);

    private final EntityManager em;
    private final Clock clock;
    private final EnrolmentStory story;
    private final Repeats repeats;
    private final Drawing drawing;

    SeatAllocation(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
        this.story = new EnrolmentStory(em, clock);
        this.repeats = new Repeats(em, clock);
        this.drawing = new Drawing(em, clock);
    }

    /** A new enrolment that wants a seat, and who asks for it. */
    record Claimed(Enrolment wanted, Claim claim) {

        Edition edition() {
            return wanted.getEdition();
        }
    }

    /** A claim that no rule stands in the way of, or that was met before, with what it looked like before the lock. */
    record Asked(Claimed claimed, BeforeLock before, Optional<Enrolment> earlier) {

        /** Whether an earlier call made it already. */
        boolean isRepeated() {
            return earlier.isPresent();
        }

        boolean looksFull() {
            return before.full();
        }
    }

    /**
     * Gives a new enrolment a seat, a place on the waiting list, or, where staff decide, neither yet.
     *
     * @throws EnrolmentRefused a rule of {@link EnrolmentPolicy} says no, there is no seat any more, or the key was used for
     *     something else
     */
    Allotted allot(Enrolment wanted, Claim claim) {
        Asked asked = ask(List.of(new Claimed(wanted, claim))).get(0).orRefuse();
        return allot(List.of(asked)).get(0).orRefuse();
    }

    /** Asks the rules for several at one edition, without a lock of the seats. */
    List<Verdict<Asked>> ask(List<Claimed> claimed) {
        return new SeatClaims(this, em, clock).ask(claimed);
    }

    /**
     * Gives several at one edition, in this order, what {@link #allot(Enrolment, Claim)} gives one.
     *
     * @throws EnrolmentRefused what came up under the lock of the seats concerns one of them, and ends it for all
     */
    List<Verdict<Allotted>> allot(List<Asked> asked) {
        return new SeatClaims(this, em, clock).allot(asked);
    }

    /** A seat when there is one, else a place on the waiting list. */
    void settle(Enrolment wanted, Standing who, SeatPlan plan) {
        Optional<SeatPlan.Place> place = plan.placeFor(who);
        if (place.isPresent()) {
            plan.take(place.get());
            wanted.confirm(place.get().quota(), clock.instant());
        } else if (wanted.getEdition().isWaitingList()) {
            wanted.waitAt(plan.nextPlace());
        } else {
            throw new EnrolmentRefused.Full();
        }
    }

    /** Staff say yes to what was asked: a seat, or a place on the waiting list. Does nothing when they did before. */
    boolean approve(Enrolment asked, Long accountId) {
        SeatTerms terms = termsOf(asked.getEdition());
        repeats.meet(asked);
        SeatPlan plan = planAnew(asked.getEdition(), terms);
        em.refresh(asked);
        if (asked.getState() != EnrolmentState.REQUESTED) {
            return false;
        }
        if (drawing.keeps(asked.getEdition(), terms)) {
            throw new EnrolmentRefused.WaitsForDraw();
        }
        repeats.requireNoSeat(asked);
        settle(
                asked,
                standings(List.of(asked), terms, plan.hasQuotas())
                        .get(asked.getPerson().getId()),
                plan);
        em.flush();
        story.tell(asked, "APPROVED", accountId);
        return true;
    }

    /**
     * Takes the seat that is held. Does nothing to one that is confirmed already.
     *
     * @throws EnrolmentRefused.OfferOver the offer has ended, or there was none
     */
    boolean accept(Enrolment offered, Long accountId) {
        planAnew(offered.getEdition(), null);
        em.refresh(offered);
        if (offered.getState() == EnrolmentState.CONFIRMED) {
            return false;
        }
        if (offered.getState() != EnrolmentState.OFFERED || !clock.instant().isBefore(offered.getOfferUntil())) {
            throw new EnrolmentRefused.OfferOver();
        }
        offered.confirm(clock.instant());
        em.flush();
        story.tell(offered, "ACCEPTED", accountId);
        return true;
    }

    /**
     * Ends an enrolment with the fee of {@link CancellationPolicy} and passes its seat on. Does nothing to one that ended
     * before.
     */
    Released cancel(Enrolment enrolment, Long accountId) {
        return cancel(enrolment, accountId, null);
    }

    /** @param reason why, or null */
    Released cancel(Enrolment enrolment, Long accountId, String reason) {
        return end(enrolment, accountId, false, "CANCELLED", reason);
    }

    /**
     * Leaves the waiting list, or gives back a seat that is only held: nobody pays for that.
     *
     * @throws EnrolmentRefused.SeatIsSure the seat is sure
     */
    Released leave(Enrolment enrolment) {
        lock(enrolment.getEdition().getId());
        em.refresh(enrolment);
        if (enrolment.getState() != EnrolmentState.OFFERED
                && enrolment.getState() != EnrolmentState.WAITLISTED
                && !enrolment.isEnded()) {
            throw new EnrolmentRefused.SeatIsSure();
        }
        return end(enrolment, null, true, "LEFT", null);
    }

    /** The same without a fee, for one of two enrolments of one person. */
    Released drop(Enrolment enrolment, Long accountId, String reason) {
        return end(enrolment, accountId, true, "CANCELLED", reason);
    }

    private Released end(Enrolment enrolment, Long accountId, boolean free, String what, String reason) {
        Edition edition = enrolment.getEdition();
        SeatTerms terms = termsOf(edition);
        SeatPlan plan = planAnew(edition, terms);
        em.refresh(enrolment);
        if (enrolment.isEnded()) {
            return new Released(false, List.of());
        }
        boolean seated = enrolment.getState().isSeated();
        if (seated) {
            // Others wait for the seats: what is given back and taken again is written once. Who waits and leaves is
            // written at once, for
            // it is asked next who waits.
            em.setFlushMode(FlushModeType.COMMIT);
        }
        try {
            if (seated) {
                plan.giveBack(enrolment);
            }
            enrolment.cancel(free ? 0 : CancellationPolicy.fee(enrolment, clock.instant()), clock.instant());
            new PriceClaims(em, lockMode()).giveBack(enrolment);
            story.tell(enrolment, what, accountId, reason);
            List<Enrolment> promoted = promotion().promote(edition, terms, plan, accountId);
            em.flush();
            return new Released(true, promoted);
        } finally {
            em.setFlushMode(FlushModeType.AUTO);
        }
    }

    /** Ends what was offered and not taken in time, and passes the seats on; those that ended come first. */
    List<Enrolment> expire(Edition edition) {
        SeatTerms terms = termsOf(edition);
        SeatPlan plan = planAnew(edition, terms);
        List<Enrolment> late = em.createQuery("""
                        select e from Enrolment e join fetch e.person
                         where e.edition = :edition and e.offerUntil <= :now order by e.id""", Enrolment.class)
                .setParameter("edition", edition)
                .setParameter("now", clock.instant())
                .getResultList();
        for (Enrolment enrolment : late) {
            em.refresh(enrolment);
            plan.giveBack(enrolment);
            enrolment.cancel(0, clock.instant());
        }
        new PriceClaims(em, lockMode()).giveBack(late);
        em.flush();
        story.tellAll(late, "OFFER_EXPIRED", null);
        return late;
    }

    /** Somebody else comes instead, with the same seat, price and payer; what that costs the terms of who goes say. */
    void replace(Enrolment gone, Enrolment successor, Long accountId) {
        replace(gone, successor, accountId, null);
    }

    /** @param reason why the one who had the seat does not come; null when nobody said */
    void replace(Enrolment gone, Enrolment successor, Long accountId, String reason) {
        repeats.meet(successor);
        planAnew(gone.getEdition(), null);
        em.refresh(gone);
        if (gone.getState() != EnrolmentState.CONFIRMED) {
            throw new EnrolmentRefused.NoSeat();
        }
        repeats.requireNoSeat(successor);
        if (BeforeLock.of(em, new Claimed(successor, NO_KEY), clock.instant()).enrolled()) {
            throw new EnrolmentRefused.AlreadyEnrolled();
        }
        int fee = CancellationPolicy.feeForSubstitute(gone, successor.getPerson(), clock.instant());
        successor.confirm(clock.instant());
        em.persist(successor);
        em.flush();
        gone.handOver(successor, fee, clock.instant());
        em.flush();
        story.tell(gone, "REPLACED", accountId, reason);
        story.tell(successor, "CAME_INSTEAD", accountId);
    }

    /** Gives free seats to who wait, in order, after the number of seats, or whom they are for, has changed. */
    List<Enrolment> promote(Edition edition, Long accountId) {
        SeatTerms terms = termsOf(edition);
        return promotion().promote(edition, terms, planAnew(edition, terms), accountId);
    }

    /** Decides about all who wait for the draw, when its moment has come; see {@link HeldDraw}. */
    HeldDraw.Drawn draw(Edition edition) {
        repeats.meetAll(edition);
        SeatTerms terms = termsOf(edition);
        return new HeldDraw(em, clock, edition, planAnew(edition, terms)).hold(terms);
    }

    /** Those who have, wait for, or asked for a seat, in the order of enrolling. */
    List<Enrolment> open(Long editionId) {
        return em.createQuery("""
                        select e from Enrolment e join fetch e.person
                         where e.edition.id = :edition and e.state not in :ended
                         order by e.id""", Enrolment.class)
                .setParameter("edition", editionId)
                .setParameter("ended", EnrolmentState.ENDED)
                .getResultList();
    }

    /**
     * Ends all enrolments of an edition that does not take place, without a fee.
     *
     * @param reason what the organiser says of it, or null
     */
    List<Enrolment> cancelAll(Edition edition, Long accountId, String reason) {
        SeatPlan plan = planAnew(edition, null);
        List<Enrolment> open = open(edition.getId());
        for (Enrolment enrolment : open) {
            if (enrolment.getState().isSeated()) {
                plan.giveBack(enrolment);
            }
            enrolment.cancel(0, clock.instant());
        }
        new PriceClaims(em, lockMode()).giveBack(open);
        em.flush();
        story.tellAll(open, "EDITION_CANCELLED", accountId, reason);
        return open;
    }

    /** Where somebody stands on the waiting list, from 1; null for who does not wait. */
    Integer positionOf(Enrolment enrolment) {
        if (enrolment.getState() != EnrolmentState.WAITLISTED) {
            return null;
        }
        return em.createQuery("""
                        select count(e) from Enrolment e
                         where e.edition = :edition and e.waitingPlace <= :place
                           and e.state = nl.kring.crm.enrolment.EnrolmentState.WAITLISTED""", Long.class)
                .setParameter("edition", enrolment.getEdition())
                .setParameter("place", enrolment.getWaitingPlace())
                .getSingleResult()
                .intValue();
    }

    /** How the row of the seats is locked. */
    LockModeType lockMode() {
        return LockModeType.PESSIMISTIC_WRITE;
    }

    /** The seats as they are, locked until the commit; in one statement, whatever was read of them before. */
    SeatCount lock(Long editionId) {
        SeatCount known = em.getReference(SeatCount.class, editionId);
        if (!em.getEntityManagerFactory().getPersistenceUnitUtil().isLoaded(known)) {
            return em.find(SeatCount.class, editionId, lockMode());
        }
        em.flush();
        em.refresh(known, lockMode());
        return known;
    }

    /** As {@link #lock}; written with the enrolment, in one statement. */
    SeatCount lockUnseen(Long editionId) {
        em.detach(em.getReference(SeatCount.class, editionId));
        SeatCount seats = lock(editionId);
        em.detach(seats);
        return seats;
    }

    private SeatPlan planAnew(Edition edition, SeatTerms terms) {
        em.flush();
        return plan(lock(edition.getId()), terms, true);
    }

    SeatPlan plan(SeatCount seats, SeatTerms terms, boolean quotas) {
        List<SeatQuota> found = quotas ? QuotaRows.current(em, seats.getEditionId()) : List.of();
        return new SeatPlan(seats, found, terms, clock.instant());
    }

    private SeatTerms termsOf(Edition edition) {
        return em.find(SeatTerms.class, edition.getId());
    }

    private Promotion promotion() {
        return new Promotion(em, clock);
    }

    /** By person; asks for memberships only where they matter, and then for all at once. */
    Map<Long, Standing> standings(List<Enrolment> wanted, SeatTerms terms, boolean quotas) {
        boolean members = terms != null && terms.isForMembersAt(clock.instant());
        List<Person> persons =
                wanted.stream().map(Enrolment::getPerson).distinct().toList();
        return quotas || members
                ? Standings.today(em, clock)
                        .of(
                                persons.stream().map(Person::getId).toList(),
                                wanted.get(0).getEdition().getCourse())
                : persons.stream()
                        .collect(Collectors.toMap(Person::getId, person -> Standing.of(person.getProfession())));
    }
}
