package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.enrolment.draw.DrawLog;
import nl.kring.crm.enrolment.draw.DrawOrder;
import nl.kring.crm.enrolment.draw.DrawnLine;
import nl.kring.crm.enrolment.draw.SeatDraw;

/**
 * The draw itself: everybody who wished is decided in the order that follows from the secret, by the same plan as always, and
 * who gets no seat waits in that order. Who wished after the moment, before anybody drew, comes after them as he or she came.
 * The caller holds the row lock of the seats.
 */
final class HeldDraw {

    /**
     * What it came to.
     *
     * @param decided all of them, in that order
     * @param logHash what stands for the log; null when nothing was drawn
     */
    record Drawn(List<Enrolment> decided, String logHash) {

        static final Drawn NOTHING = new Drawn(List.of(), null);
    }

    private final EntityManager em;
    private final Clock clock;
    private final Edition edition;
    private final SeatPlan plan;

    HeldDraw(EntityManager em, Clock clock, Edition edition, SeatPlan plan) {
        this.em = em;
        this.clock = clock;
        this.edition = edition;
        this.plan = plan;
    }

    /** Draws, when it is time and nobody did; else does nothing. */
    Drawn hold(SeatTerms terms) {
        SeatDraw draw = em.find(SeatDraw.class, edition.getId());
        if (draw == null) {
            return Drawn.NOTHING;
        }
        em.refresh(draw);
        Instant now = clock.instant();
        if (draw.isDrawn() || now.isBefore(draw.getDrawAt())) {
            return Drawn.NOTHING;
        }
        List<Enrolment> wishes = wishes();
        List<Enrolment> inOrder = inOrder(draw, wishes);
        List<Enrolment> all = new ArrayList<>(inOrder);
        wishes.stream().filter(wish -> !draw.takesPart(wish.getEnrolledAt())).forEach(all::add);
        decide(all, now);
        em.flush();
        DrawLog log = keep(draw, inOrder);
        draw.held(log.hashNow(), now);
        terms.drawHeld();
        em.flush();
        tell(all);
        return new Drawn(List.copyOf(all), log.hashNow());
    }

    private List<Enrolment> wishes() {
        return em.createQuery("""
                        select e from Enrolment e join fetch e.person left join fetch e.frozen.policy
                         where e.edition = :edition and e.state = :requested order by e.id""", Enrolment.class)
                .setParameter("edition", edition)
                .setParameter("requested", EnrolmentState.REQUESTED)
                .getResultList();
    }

    private static List<Enrolment> inOrder(SeatDraw draw, List<Enrolment> wishes) {
        Map<UUID, Enrolment> byTicket = wishes.stream()
                .filter(wish -> draw.takesPart(wish.getEnrolledAt()))
                .collect(Collectors.toMap(Enrolment::getUuid, Function.identity()));
        return DrawOrder.of(draw.getSeed(), byTicket.keySet()).stream()
                .map(byTicket::get)
                .toList();
    }

    /** A seat when there is one for this person, else a place on the waiting list, also where there is none otherwise. */
    private void decide(List<Enrolment> all, Instant now) {
        Set<Long> mayBeSeated = mayBeSeated();
        Map<Long, Standing> standings = plan.looksAtMemberships()
                ? Standings.today(em, clock)
                        .of(all.stream().map(each -> each.getPerson().getId()).toList(), edition.getCourse())
                : Map.of();
        for (Enrolment each : all) {
            Standing who = standings.getOrDefault(
                    each.getPerson().getId(), Standing.of(each.getPerson().getProfession()));
            Optional<SeatPlan.Place> place = mayBeSeated.contains(each.getId()) ? plan.placeFor(who) : Optional.empty();
            if (place.isPresent()) {
                plan.take(place.get());
                each.confirm(place.get().quota(), now);
            } else {
                each.waitAt(plan.nextPlace());
            }
        }
    }

    /** Nobody gets a second seat who has one when the same course is held another time. */
    @SuppressWarnings("unchecked")
    private Set<Long> mayBeSeated() {
        return new HashSet<Long>(em.createNativeQuery("""
                        select w.id from crm.enrolment w
                         where w.edition_id = :edition and w.state = 'REQUESTED' and\s""" + Repeats.mayBeSeated("w"), Long.class)
                .setParameter("edition", edition.getId())
                .setParameter("course", edition.getCourse().getId())
                .setParameter("now", clock.instant())
                .getResultList());
    }

    /** Writes the log, and gives it as everybody will see it. */
    private DrawLog keep(SeatDraw draw, List<Enrolment> inOrder) {
        Map<Long, Integer> ranks = WaitingRanks.of(em, edition.getId());
        List<DrawnLine> lines = new ArrayList<>();
        for (Enrolment each : inOrder) {
            int position = lines.size() + 1;
            Integer waiting = ranks.get(each.getId());
            lines.add(new DrawnLine(position, each.getUuid(), DrawOrder.lot(draw.getSeed(), each.getUuid()), waiting));
            em.createNativeQuery("""
                            insert into crm.draw_line (edition_id, position, enrolment_id, ticket, waiting)
                            values (:edition, :position, :enrolment, :ticket, cast(:waiting as integer))""")
                    .setParameter("edition", edition.getId())
                    .setParameter("position", position)
                    .setParameter("enrolment", each.getId())
                    .setParameter("ticket", each.getUuid())
                    .setParameter("waiting", waiting)
                    .executeUpdate();
        }
        return new DrawLog(draw.window().commitment(), draw.getSeed(), null, lines);
    }

    private void tell(List<Enrolment> all) {
        EnrolmentStory story = new EnrolmentStory(em, clock);
        Map<Boolean, List<Enrolment>> seated =
                all.stream().collect(Collectors.partitioningBy(each -> each.getState() == EnrolmentState.CONFIRMED));
        story.tellAll(seated.get(true), "DRAWN", null);
        story.tellAll(seated.get(false), "DRAWN_WAITING", null);
    }
}
