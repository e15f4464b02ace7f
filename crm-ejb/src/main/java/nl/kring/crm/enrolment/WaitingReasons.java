package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;

/** Why those who wait have no seat yet, by the same rules that give the seats. Read without a lock. */
final class WaitingReasons {

    private final EntityManager em;
    private final Instant now;

    WaitingReasons(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    WaitingReason of(UUID enrolment) {
        Edition edition = em.createQuery("select e.edition from Enrolment e where e.uuid = :uuid", Edition.class)
                .setParameter("uuid", enrolment)
                .getSingleResult();
        return of(edition).get(enrolment);
    }

    /** Of all who wait for an edition, in a few questions whatever their number. */
    Map<UUID, WaitingReason> of(Edition edition) {
        SeatCount seats = em.find(SeatCount.class, edition.getId());
        SeatTerms terms = em.find(SeatTerms.class, edition.getId());
        SeatPlan plan = new SeatPlan(seats, QuotaRows.current(em, edition.getId()), terms, now);
        List<Object[]> waiting = waiting(edition);
        Map<Long, Standing> standings = plan.looksAtMemberships()
                ? Standings.today(em, Clock.fixed(now, ZoneOffset.UTC))
                        .of(waiting.stream().map(row -> (Long) row[1]).toList(), edition.getCourse())
                : Map.of();
        Map<UUID, WaitingReason> found = new HashMap<>();
        for (Object[] row : waiting) {
            Standing who = standings.getOrDefault((Long) row[1], Standing.of((Profession) row[2]));
            found.put((UUID) row[0], (Boolean) row[3] ? WaitingReason.SEAT_IN_REPEAT : plan.whyNot(who));
        }
        return found;
    }

    /** What would stand in the way of somebody who enrols now. */
    WaitingReason ofNewcomer(Edition edition, Person person) {
        if (Drawing.ahead(em, edition.getId()).isPresent()) {
            return WaitingReason.DRAW;
        }
        SeatTerms terms = em.find(SeatTerms.class, edition.getId());
        SeatPlan plan = new SeatPlan(
                em.find(SeatCount.class, edition.getId()), QuotaRows.current(em, edition.getId()), terms, now);
        return plan.whyNot(
                plan.looksAtMemberships()
                        ? Standings.today(em, Clock.fixed(now, ZoneOffset.UTC)).of(person.getId(), edition.getCourse())
                        : Standing.of(person.getProfession()));
    }

    private List<Object[]> waiting(Edition edition) {
        return em.createQuery("""
                        select e.uuid, p.id, p.profession,
                               exists (select 1 from Enrolment o join o.edition d
                                        where o.person = p and d.course = :course and d <> :edition and d.endsAt > :now
                                          and o.state in (CONFIRMED, OFFERED))
                          from Enrolment e join e.person p
                         where e.edition = :edition and e.state = WAITLISTED order by e.waitingPlace""", Object[].class)
                .setParameter("edition", edition)
                .setParameter("course", edition.getCourse())
                .setParameter("now", now)
                .getResultList();
    }
}
