package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.enrolment.SeatReservation.Outcome;
import nl.kring.crm.registry.Profession;

/**
 * Seats for names to come. Each is one of the seats of the edition, taken and given back under their row lock by the same plan
 * as any other; what comes free goes to who waits.
 */
final class ReservedSeats {

    private final SeatAllocation seats;
    private final EntityManager em;
    private final Clock clock;

    ReservedSeats(SeatAllocation seats, EntityManager em, Clock clock) {
        this.seats = seats;
        this.em = em;
        this.clock = clock;
    }

    /** Those of an edition that nobody was named for yet, in order. */
    static List<SeatReservation> open(EntityManager em, Edition edition) {
        return em.createQuery(
                        "select r from SeatReservation r where r.edition = :edition and r.endedAt is null order by r.id",
                        SeatReservation.class)
                .setParameter("edition", edition)
                .getResultList();
    }

    /**
     * Takes that many seats for a practice, or none.
     *
     * @throws EnrolmentRefused.Full there are not so many that somebody of that profession may have
     * @throws EnrolmentRefused.NamesFirst staff, or the lot, decide about each request
     * @throws EnrolmentRefused.ReservationOver it is too late to name somebody afterwards
     */
    List<SeatReservation> reserve(Edition edition, Long practice, Profession profession, int number, Long account) {
        SeatTerms terms = termsOf(edition);
        if (terms.isApproval() || Drawing.ahead(em, edition.getId()).isPresent()) {
            throw new EnrolmentRefused.NamesFirst();
        }
        if (!clock.instant().isBefore(terms.namesUntil(edition.getStartsAt()))) {
            throw new EnrolmentRefused.ReservationOver();
        }
        Standing who = Standings.today(em, clock).at(practice, profession, edition.getCourse());
        SeatPlan plan = locked(edition, terms);
        List<SeatReservation> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            SeatPlan.Place place = plan.placeFor(who).orElseThrow(EnrolmentRefused.Full::new);
            plan.take(place);
            SeatReservation reserved = new SeatReservation(edition, practice, profession, account, clock.instant());
            reserved.count(place.quota());
            em.persist(reserved);
            made.add(reserved);
        }
        em.flush();
        return made;
    }

    /**
     * Somebody comes with the reserved seat.
     *
     * @throws EnrolmentRefused.ReservationOver it was named, given back or let go meanwhile
     * @throws EnrolmentRefused.AlreadyEnrolled the person has, or waits for, a seat there
     * @throws EnrolmentRefused.SeatInRepeat the person has a seat when the course is held another time
     */
    void name(SeatReservation reserved, Enrolment wanted, Long account) {
        Repeats repeats = new Repeats(em, clock);
        repeats.meet(wanted);
        repeats.requireNoSeat(wanted);
        locked(reserved.getEdition(), null);
        em.refresh(reserved);
        if (!reserved.isOpen()) {
            throw new EnrolmentRefused.ReservationOver();
        }
        if (isEnrolled(wanted)) {
            throw new EnrolmentRefused.AlreadyEnrolled();
        }
        SeatQuota quota = reserved.getQuotaId() == null ? null : em.find(SeatQuota.class, reserved.getQuotaId());
        wanted.confirm(quota, clock.instant());
        new PriceClaims(em, seats.lockMode()).settle(wanted);
        em.persist(wanted);
        em.flush();
        reserved.name(wanted, clock.instant());
        em.flush();
        new EnrolmentStory(em, clock).tell(wanted, "NAMED", account);
    }

    /** Gives a seat back that nobody was named for; gives those who got it, or are offered it. Once more changes nothing. */
    List<Enrolment> giveBack(SeatReservation reserved, Long account) {
        Edition edition = reserved.getEdition();
        SeatTerms terms = em.find(SeatTerms.class, edition.getId());
        SeatPlan plan = locked(edition, terms);
        em.refresh(reserved);
        if (!reserved.isOpen()) {
            return List.of();
        }
        end(plan, reserved, Outcome.GIVEN_BACK);
        return new Promotion(em, clock).promote(edition, terms, plan, account);
    }

    /** Lets go what nobody was named for in time. Whoever calls it passes the seats on. */
    List<SeatReservation> expire(Edition edition) {
        Instant until = termsOf(edition).namesUntil(edition.getStartsAt());
        return clock.instant().isBefore(until) ? List.of() : end(edition, Outcome.EXPIRED);
    }

    /** The edition does not take place. */
    void endAll(Edition edition) {
        end(edition, Outcome.NOT_HELD);
    }

    private List<SeatReservation> end(Edition edition, Outcome how) {
        SeatPlan plan = locked(edition, null);
        List<SeatReservation> open = open(em, edition);
        open.forEach(each -> end(plan, each, how));
        em.flush();
        return open;
    }

    private void end(SeatPlan plan, SeatReservation reserved, Outcome how) {
        plan.giveBack(reserved.getQuotaId());
        reserved.end(how, clock.instant());
    }

    private SeatPlan locked(Edition edition, SeatTerms terms) {
        em.flush();
        SeatCount count = seats.lock(edition.getId());
        em.refresh(count);
        return new SeatPlan(count, QuotaRows.current(em, edition.getId()), terms, clock.instant());
    }

    private SeatTerms termsOf(Edition edition) {
        SeatTerms terms = em.find(SeatTerms.class, edition.getId());
        return terms == null ? new SeatTerms(edition.getId()) : terms;
    }

    private boolean isEnrolled(Enrolment wanted) {
        return !em.createQuery("""
                        select e.id from Enrolment e
                         where e.edition = :edition and e.person = :person and e.state not in :ended""", Long.class)
                .setParameter("edition", wanted.getEdition())
                .setParameter("person", wanted.getPerson())
                .setParameter("ended", EnrolmentState.ENDED)
                .getResultList()
                .isEmpty();
    }
}
