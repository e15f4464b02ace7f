package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.EditionState;

/**
 * From the waiting list to a seat: whoever waits longest of those who may have it. It is offered until a moment in working
 * hours, or given at once, as {@link SeatTerms} say. The caller holds the row lock of the seats.
 */
final class Promotion {

    private final EntityManager em;
    private final Clock clock;
    private final EnrolmentStory story;

    Promotion(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
        this.story = new EnrolmentStory(em, clock);
    }

    /** Fills what is free; gives those who got, or are offered, a seat. */
    List<Enrolment> promote(Edition edition, SeatTerms terms, SeatPlan plan, Long accountId) {
        if (plan.isFull() || !isStillFilled(edition)) {
            return List.of();
        }
        List<Enrolment> waiting = waiting(edition, plan);
        Map<Long, Standing> standings = plan.looksAtMemberships()
                ? Standings.today(em, clock)
                        .of(
                                waiting.stream()
                                        .map(each -> each.getPerson().getId())
                                        .toList(),
                                edition.getCourse())
                : Map.of();
        Instant now = clock.instant();
        Optional<Instant> until =
                (terms == null ? new SeatTerms(edition.getId()) : terms).offerUntil(now, edition.getStartsAt());
        List<Enrolment> promoted = new ArrayList<>();
        for (Enrolment enrolment : waiting) {
            Standing who = standings.getOrDefault(
                    enrolment.getPerson().getId(),
                    Standing.of(enrolment.getPerson().getProfession()));
            plan.placeFor(who).ifPresent(place -> {
                plan.take(place);
                if (until.isPresent()) {
                    enrolment.offer(place.quota(), until.get());
                } else {
                    enrolment.confirm(place.quota(), now);
                }
                promoted.add(enrolment);
            });
        }
        em.flush();
        story.tellAll(promoted, until.isPresent() ? "OFFERED" : "PROMOTED", accountId);
        return promoted;
    }

    /** Enrolling may be closed to newcomers; who waited is still served until it starts. */
    private boolean isStillFilled(Edition edition) {
        return (edition.getState() == EditionState.OPEN || edition.getState() == EditionState.CLOSED)
                && clock.instant().isBefore(edition.getStartsAt());
    }

    /** Not more than there are seats, where anybody may have any of them. */
    private List<Enrolment> waiting(Edition edition, SeatPlan plan) {
        @SuppressWarnings("unchecked")
        List<Long> ids = em.createNativeQuery("""
                        select w.id
                          from (select id, person_id, waiting_place from crm.enrolment
                                 where edition_id = :edition and state = 'WAITLISTED' order by waiting_place) w
                         where\s""" + Repeats.mayBeSeated("w") + " order by w.waiting_place", Long.class)
                .setParameter("edition", edition.getId())
                .setParameter("course", edition.getCourse().getId())
                .setParameter("now", clock.instant())
                .setMaxResults(plan.looksAtMemberships() ? Integer.MAX_VALUE : plan.free())
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("""
                                select e from Enrolment e join fetch e.person
                                 where e.id in :ids order by e.waitingPlace""", Enrolment.class).setParameter("ids", ids).getResultList();
    }
}
