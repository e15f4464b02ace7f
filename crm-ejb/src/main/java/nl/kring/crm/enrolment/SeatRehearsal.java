package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.registry.Person;

/**
 * What {@link SeatAllocation} would do with one after another: the same rules and the same plan of the seats, read without a
 * lock and taken from on paper alone. Until it is done in earnest somebody else may come first.
 */
final class SeatRehearsal {

    /**
     * What would come of it.
     *
     * @param state null when it would be refused
     * @param position the rank on the waiting list; null for who would not wait
     */
    record Outcome(EnrolmentState state, Integer position, EnrolmentRefused refusal) {}

    /** Where somebody has a seat, or waits, already. */
    private record Elsewhere(boolean here, boolean inRepeat) {}

    private final EntityManager em;
    private final Clock clock;
    private final Edition edition;
    private final boolean onBehalf;
    private final SeatPlan plan;
    private final boolean byLot;
    private final boolean beforeDraw;
    private final Map<Long, Standing> standings;
    private final Map<Long, Elsewhere> elsewhere;
    private final Set<Long> seen = new HashSet<>();
    private int waiting;

    /** @param onBehalf whether staff would enrol them */
    SeatRehearsal(EntityManager em, Clock clock, Edition edition, Collection<Person> persons, boolean onBehalf) {
        this.em = em;
        this.clock = clock;
        this.edition = edition;
        this.onBehalf = onBehalf;
        SeatTerms terms = em.find(SeatTerms.class, edition.getId());
        this.plan = onPaper(terms);
        this.byLot = new Drawing(em, clock).keeps(edition, terms);
        this.beforeDraw = isBeforeDraw();
        this.waiting = WaitingRanks.of(em, edition.getId()).size();
        List<Long> ids = persons.stream().map(Person::getId).toList();
        this.elsewhere = elsewhere(ids);
        this.standings = plan.looksAtMemberships() ? Standings.today(em, clock).of(ids, edition.getCourse()) : Map.of();
    }

    private SeatPlan onPaper(SeatTerms terms) {
        SeatCount seats = em.find(SeatCount.class, edition.getId());
        em.refresh(seats);
        em.detach(seats);
        List<SeatQuota> quotas = QuotaRows.current(em, edition.getId());
        quotas.forEach(em::detach);
        return new SeatPlan(seats, quotas, terms, clock.instant());
    }

    @SuppressWarnings("unchecked")
    private Map<Long, Elsewhere> elsewhere(List<Long> persons) {
        Map<Long, Elsewhere> found = new HashMap<>();
        if (persons.isEmpty()) {
            return found;
        }
        List<Object[]> rows = em.createNativeQuery("""
                        select p.id,
                               exists (select 1 from crm.enrolment n where n.edition_id = :edition and n.person_id = p.id
                                          and n.state not in ('CANCELLED', 'REPLACED')),
                               exists (%s)
                          from crm.person p where p.id in (:persons)""".formatted(Repeats.seatElsewhere("p.id", ":course", ":edition")))
                .setParameter("edition", edition.getId())
                .setParameter("course", edition.getCourse().getId())
                .setParameter("now", clock.instant())
                .setParameter("persons", persons)
                .getResultList();
        rows.forEach(
                row -> found.put(((Number) row[0]).longValue(), new Elsewhere((Boolean) row[1], (Boolean) row[2])));
        return found;
    }

    /** What would come of enrolling one of them now, after those before. */
    Outcome next(Person person) {
        Outcome outcome = alone(person);
        if (outcome.refusal() == null) {
            seen.add(person.getId());
        }
        if (outcome.state() == EnrolmentState.CONFIRMED) {
            plan.placeFor(standing(person)).ifPresent(plan::take);
        } else if (outcome.state() == EnrolmentState.WAITLISTED) {
            waiting++;
        }
        return outcome;
    }

    /** What would come of enrolling one of them now, and nobody else. */
    Outcome alone(Person person) {
        Optional<EnrolmentRefused> refusal = refusal(person);
        if (refusal.isPresent()) {
            return new Outcome(null, null, refusal.get());
        }
        if (byLot || plan.isDecidedByStaff() && !onBehalf) {
            return new Outcome(EnrolmentState.REQUESTED, null, null);
        }
        if (plan.placeFor(standing(person)).isPresent()) {
            return new Outcome(EnrolmentState.CONFIRMED, null, null);
        }
        return edition.isWaitingList()
                ? new Outcome(EnrolmentState.WAITLISTED, waiting + 1, null)
                : new Outcome(null, null, new EnrolmentRefused.Full());
    }

    /** The same at the door: who stands there when it is full sits beyond the last seat. */
    Outcome atTheDoor(Person person) {
        Outcome outcome = alone(person);
        boolean turnedAway = outcome.refusal() instanceof EnrolmentRefused.Full
                || outcome.state() == EnrolmentState.WAITLISTED && plan.isFull();
        return turnedAway ? new Outcome(EnrolmentState.CONFIRMED, null, null) : outcome;
    }

    private Standing standing(Person person) {
        return standings.getOrDefault(person.getId(), Standing.of(person.getProfession()));
    }

    private Optional<EnrolmentRefused> refusal(Person person) {
        Elsewhere has = elsewhere.get(person.getId());
        Optional<EnrolmentRefused> refusal = EnrolmentPolicy.refusal(EnrolmentPolicy.Request.of(
                edition,
                person.getProfession(),
                onBehalf,
                has.here() || seen.contains(person.getId()),
                plan.isFull(),
                clock.instant()));
        if (refusal.isEmpty() && has.inRepeat()) {
            return Optional.of(new EnrolmentRefused.SeatInRepeat());
        }
        if (refusal.isEmpty() && beforeDraw) {
            return Optional.of(new EnrolmentRefused.NotOpenYet());
        }
        return refusal;
    }

    private boolean isBeforeDraw() {
        return Drawing.ahead(em, edition.getId())
                .filter(draw -> clock.instant().isBefore(draw.getOpensAt()))
                .isPresent();
    }
}
