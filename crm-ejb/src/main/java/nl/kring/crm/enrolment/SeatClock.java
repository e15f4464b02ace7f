package nl.kring.crm.enrolment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;

/**
 * What time does to seats: offers end, reserved seats without a name come free, kept seats become everybody's, the time of the members passes. Whoever looks in
 * between meets rules that look at the clock themselves.
 */
@Stateless
public class SeatClock {

    private static final int AT_ONCE = 200;

    /** Besides what is due: a free seat and somebody who waits, of whom was taken that he or she enrolled elsewhere just then. */
    private static final String DUE = """
            select edition_id from crm.enrolment where state = 'OFFERED' and offer_until <= :now
             union
            select edition_id from crm.seat_quota where not released and release_at <= :now
             union
            select edition_id from crm.seat_terms where not members_done and members_until <= :now
             union
            select r.edition_id from crm.seat_reservation r join crm.edition e on e.id = r.edition_id
              left join crm.seat_terms t on t.edition_id = e.id
             where r.ended_at is null and coalesce(t.names_until, e.starts_at - interval '168 hours') <= :now
             union
            select s.edition_id from crm.seat_count s join crm.edition e on e.id = s.edition_id
             where e.state in ('OPEN', 'CLOSED') and e.starts_at > :now and s.taken < s.capacity
               and exists (select 1 from crm.enrolment w where w.edition_id = e.id and w.state = 'WAITLISTED')
               and not exists (select 1 from crm.seat_quota q where q.edition_id = e.id)
               and not exists (select 1 from crm.seat_terms t where t.edition_id = e.id and t.members_until > :now)
             order by 1""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private SeatTurn turn;

    /** Looks each minute what is due, and does each edition in a transaction of its own. For the timer. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    @PermitAll
    public void look() {
        @SuppressWarnings("unchecked")
        List<Long> due = em.createNativeQuery(DUE, Long.class)
                .setParameter("now", clock.instant())
                .setMaxResults(AT_ONCE)
                .getResultList();
        due.forEach(turn::take);
    }
}
