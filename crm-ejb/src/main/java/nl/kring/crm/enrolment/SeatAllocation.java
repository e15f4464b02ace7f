package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.SeatCount;

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
     */
    record Claim(Long accountId, String key, boolean onBehalf) {}

    /** What a cancellation did; {@code done} is false when the enrolment had been cancelled before. */
    record Released(boolean done, List<Enrolment> promoted) {}

    /** The enrolment; {@code repeated} when an earlier call with the same key had made it. */
    record Allotted(Enrolment enrolment, boolean repeated) {}

    private final EntityManager em;
    private final Clock clock;

    SeatAllocation(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Gives a new enrolment a seat, or a place on the waiting list.
     *
     * @throws EnrolmentRefused a rule of {@link EnrolmentPolicy} says no, or the key was used for something else
     */
    Allotted allot(Enrolment wanted, Claim claim) {
        Edition edition = wanted.getEdition();
        // In this order: what an earlier click with the same key made is seen before it is held against this one.
        boolean full = !edition.isWaitingList() && looksFull(edition.getId());
        boolean enrolled = isEnrolled(wanted);
        Optional<Enrolment> earlier = earlier(wanted, claim);
        if (earlier.isPresent()) {
            return new Allotted(earlier.get(), true);
        }
        EnrolmentPolicy.check(EnrolmentPolicy.Request.of(
                edition, wanted.getPerson().getProfession(), claim.onBehalf(), enrolled, full, clock.instant()));

        SeatCount seats = lock(edition.getId());
        Optional<Enrolment> meanwhile = madeMeanwhile(wanted, claim);
        if (meanwhile.isPresent()) {
            return new Allotted(meanwhile.get(), true);
        }
        if (!seats.isFull()) {
            seats.take();
            wanted.confirm(clock.instant());
        } else if (edition.isWaitingList()) {
            wanted.waitAt(seats.nextPlace());
        } else {
            throw new EnrolmentRefused.Full();
        }
        em.persist(wanted);
        happened(wanted, wanted.getState().name(), claim.accountId());
        remember(wanted, claim);
        return new Allotted(wanted, false);
    }

    /**
     * Ends an enrolment with the fee of {@link CancellationPolicy} and gives its seat to who waits first. Does nothing to
     * one that was cancelled before.
     */
    Released cancel(Enrolment enrolment, Long accountId) {
        return end(enrolment, accountId, false);
    }

    /** The same without a fee, for one of two enrolments of one person. */
    Released drop(Enrolment enrolment, Long accountId) {
        return end(enrolment, accountId, true);
    }

    private Released end(Enrolment enrolment, Long accountId, boolean free) {
        Edition edition = enrolment.getEdition();
        SeatCount seats = lock(edition.getId());
        em.refresh(enrolment);
        if (enrolment.isCancelled()) {
            return new Released(false, List.of());
        }
        if (enrolment.getState() == EnrolmentState.CONFIRMED) {
            seats.release();
        }
        Instant now = clock.instant();
        int fee = free
                ? 0
                : CancellationPolicy.fee(enrolment.getState(), enrolment.getPriceCents(), edition.getStartsAt(), now);
        enrolment.cancel(fee, now);
        happened(enrolment, "CANCELLED", accountId);
        return new Released(true, promote(seats, accountId));
    }

    /** Gives free seats to who wait, in order, after the number of seats has changed. */
    List<Enrolment> promote(Long editionId, Long accountId) {
        return promote(lockAnew(editionId), accountId);
    }

    /** Those who have, or wait for, a seat, in the order of enrolling. */
    List<Enrolment> open(Long editionId) {
        return em.createQuery("""
                        select e from Enrolment e join fetch e.person
                         where e.edition.id = :edition and e.state <> nl.kring.crm.enrolment.EnrolmentState.CANCELLED
                         order by e.id""", Enrolment.class)
                .setParameter("edition", editionId)
                .getResultList();
    }

    /** Ends all enrolments of an edition that does not take place, without a fee. */
    List<Enrolment> cancelAll(Long editionId, Long accountId) {
        SeatCount seats = lockAnew(editionId);
        List<Enrolment> open = open(editionId);
        for (Enrolment enrolment : open) {
            if (enrolment.getState() == EnrolmentState.CONFIRMED) {
                seats.release();
            }
            enrolment.cancel(0, clock.instant());
        }
        em.flush();
        open.forEach(enrolment -> happened(enrolment, "EDITION_CANCELLED", accountId));
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

    /** The seats as they are, locked until the commit. */
    SeatCount lock(Long editionId) {
        return em.find(SeatCount.class, editionId, lockMode());
    }

    private SeatCount lockAnew(Long editionId) {
        em.flush();
        SeatCount seats = lock(editionId);
        em.refresh(seats);
        return seats;
    }

    private List<Enrolment> promote(SeatCount seats, Long accountId) {
        if (seats.isFull()) {
            return List.of();
        }
        em.flush();
        List<Enrolment> promoted = new ArrayList<>(em.createQuery("""
                        select e from Enrolment e join fetch e.person
                         where e.edition.id = :edition and e.state = nl.kring.crm.enrolment.EnrolmentState.WAITLISTED
                         order by e.waitingPlace""", Enrolment.class)
                .setParameter("edition", seats.getEditionId())
                .setMaxResults(seats.free())
                .getResultList());
        for (Enrolment enrolment : promoted) {
            seats.take();
            enrolment.confirm(clock.instant());
        }
        em.flush();
        promoted.forEach(enrolment -> happened(enrolment, "PROMOTED", accountId));
        return promoted;
    }

    /** A look without a lock: it may be overtaken, but it spares those who come too late the queue. */
    private boolean looksFull(Long editionId) {
        return (Boolean) em.createNativeQuery(
                        "select taken >= capacity from crm.seat_count where edition_id = :edition", Boolean.class)
                .setParameter("edition", editionId)
                .getSingleResult();
    }

    private boolean isEnrolled(Enrolment wanted) {
        return (Boolean) em.createNativeQuery("""
                select exists (select 1 from crm.enrolment
                                where edition_id = :edition and person_id = :person and state <> 'CANCELLED')
                """, Boolean.class)
                .setParameter("edition", wanted.getEdition().getId())
                .setParameter("person", wanted.getPerson().getId())
                .getSingleResult();
    }

    /**
     * Looks again under the lock at what others may have committed since the rules were checked: the edition called off,
     * or the same person enrolled, by the same key (a double click) or otherwise.
     */
    private Optional<Enrolment> madeMeanwhile(Enrolment wanted, Claim claim) {
        Object[] now = (Object[]) em.createNativeQuery("""
                select e.state, exists (select 1 from crm.enrolment n where n.edition_id = e.id
                                           and n.person_id = :person and n.state <> 'CANCELLED')
                  from crm.edition e where e.id = :edition
                """)
                .setParameter("edition", wanted.getEdition().getId())
                .setParameter("person", wanted.getPerson().getId())
                .getSingleResult();
        EditionState state = EditionState.valueOf((String) now[0]);
        if (!EnrolmentPolicy.isWalkIn(
                claim.onBehalf(), state, wanted.getEdition().getStartsAt(), clock.instant())) {
            EnrolmentPolicy.requireOpen(state);
        }
        if (!(Boolean) now[1]) {
            return Optional.empty();
        }
        return Optional.of(earlier(wanted, claim).orElseThrow(EnrolmentRefused.AlreadyEnrolled::new));
    }

    private Optional<Enrolment> earlier(Enrolment wanted, Claim claim) {
        if (claim.key() == null) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("""
                select edition_id, person_id, enrolment_id from crm.enrolment_key where account_id = :account and key = :key
                """)
                .setParameter("account", claim.accountId())
                .setParameter("key", claim.key())
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = rows.get(0);
        boolean same = row[0].equals(wanted.getEdition().getId())
                && row[1].equals(wanted.getPerson().getId());
        if (!same) {
            throw new EnrolmentRefused.KeyReused();
        }
        return Optional.of(em.find(Enrolment.class, row[2]));
    }

    private void remember(Enrolment made, Claim claim) {
        if (claim.key() == null) {
            return;
        }
        int remembered = em.createNativeQuery("""
                insert into crm.enrolment_key (account_id, key, edition_id, person_id, enrolment_id, created_at)
                values (:account, :key, :edition, :person, :enrolment, :now) on conflict do nothing
                """)
                .setParameter("account", claim.accountId())
                .setParameter("key", claim.key())
                .setParameter("edition", made.getEdition().getId())
                .setParameter("person", made.getPerson().getId())
                .setParameter("enrolment", made.getId())
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (remembered == 0) {
            throw new EnrolmentRefused.KeyReused(); // at the same moment, for another edition
        }
    }

    private void happened(Enrolment enrolment, String what, Long accountId) {
        em.createNativeQuery("""
                insert into crm.enrolment_event (enrolment_id, at, what, account_id)
                values (:enrolment, :now, :what, cast(:account as bigint))
                """)
                .setParameter("enrolment", enrolment.getId())
                .setParameter("now", clock.instant())
                .setParameter("what", what)
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
