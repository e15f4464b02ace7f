package nl.kring.crm.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.kring.crm.agenda.SeatCount;

/**
 * Which of the seats of an edition somebody may have: the whole of its seats, those that are kept for some, and those of
 * which some may not have more. Read and changed under the row lock of the seats.
 */
final class SeatPlan {

    /** A seat that may be had: one of a quota, or of nobody in particular when that is null. */
    record Place(SeatQuota quota) {}

    private final SeatCount seats;
    private final List<SeatQuota> quotas;
    private final SeatTerms terms;
    private final Instant now;

    /**
     * @param quotas in the order in which they are looked at
     * @param terms null when nothing was agreed
     */
    SeatPlan(SeatCount seats, List<SeatQuota> quotas, SeatTerms terms, Instant now) {
        this.seats = seats;
        this.quotas = quotas;
        this.terms = terms;
        this.now = now;
    }

    /** The seat that somebody may have now; none when he or she has to wait. */
    Optional<Place> placeFor(Standing who) {
        return whyNot(who) == WaitingReason.NEXT ? Optional.of(new Place(quotaFor(quotas, who))) : Optional.empty();
    }

    /** What stands in the way of a seat. */
    WaitingReason whyNot(Standing who) {
        if (seats.isFull()) {
            return WaitingReason.FULL;
        }
        if (isForMembers() && !who.member()) {
            return WaitingReason.MEMBERS_FIRST;
        }
        SeatQuota quota = quotaFor(quotas, who);
        if (quota != null && quota.keeps()) {
            return WaitingReason.NEXT;
        }
        if (quota != null && !quota.hasRoom()) {
            return WaitingReason.LIMIT_REACHED;
        }
        return freeForAll() > 0 ? WaitingReason.NEXT : WaitingReason.KEPT_FOR_OTHERS;
    }

    /** Whether it takes more than the profession to know which seats somebody may have. */
    boolean looksAtMemberships() {
        return hasQuotas() || isForMembers();
    }

    boolean hasQuotas() {
        return !quotas.isEmpty();
    }

    boolean isDecidedByStaff() {
        return terms != null && terms.isApproval();
    }

    private boolean isForMembers() {
        return terms != null && terms.isForMembersAt(now);
    }

    int free() {
        return seats.free();
    }

    int nextPlace() {
        return seats.nextPlace();
    }

    /** Gives a seat beyond the last one. */
    void squeezeIn(Enrolment wanted) {
        seats.takeExtra();
        wanted.squeezeIn(now);
    }

    boolean isFull() {
        return seats.isFull();
    }

    void take(Place place) {
        seats.take();
        if (place.quota() != null) {
            place.quota().take();
        }
    }

    /** Gives back the seat of an enrolment that has one. */
    void giveBack(Enrolment enrolment) {
        if (enrolment.isExtra()) {
            seats.releaseExtra();
            return;
        }
        giveBack(enrolment.getQuotaId());
    }

    /** Gives back a seat: that of a quota, or of nobody in particular when that is null. */
    void giveBack(Long quotaId) {
        seats.release();
        quotas.stream()
                .filter(quota -> quota.getId().equals(quotaId))
                .findFirst()
                .ifPresent(SeatQuota::giveBack);
    }

    /** The kept one that has room, or else the one that limits; null when neither is for them. */
    static SeatQuota quotaFor(List<SeatQuota> quotas, Standing who) {
        return quotas.stream()
                .filter(quota -> quota.isFor(who))
                .filter(quota -> quota.keeps() && quota.hasRoom())
                .findFirst()
                .or(() -> quotas.stream()
                        .filter(quota -> quota.isFor(who) && quota.limits())
                        .findFirst())
                .orElse(null);
    }

    /** Seats that are free and kept for nobody; less than none when more is kept than there is. */
    int freeForAll() {
        int kept = quotas.stream()
                .filter(SeatQuota::keeps)
                .mapToInt(quota -> quota.getSeats() - quota.getTaken())
                .sum();
        return seats.free() - kept;
    }
}
