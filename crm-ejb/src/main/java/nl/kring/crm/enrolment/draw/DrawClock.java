package nl.kring.crm.enrolment.draw;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import nl.kring.crm.enrolment.DrawTurn;

/** Draws when the moment has come: on one server at a time, each edition in a transaction of its own. */
@Stateless
public class DrawClock {

    private static final long ONE_RUNNER = 5301;
    private static final int AT_ONCE = 20;

    private static final String DUE = """
            select d.edition_id from crm.seat_draw d join crm.edition e on e.id = d.edition_id
             where d.drawn_at is null and d.draw_at <= :now and e.state in ('OPEN', 'CLOSED', 'HELD')
             order by d.draw_at, d.edition_id""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private DrawTurn turn;

    /** Looks each minute what is due. For the timer. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    @PermitAll
    public void look() {
        boolean alone = (Boolean) em.createNativeQuery("select pg_try_advisory_xact_lock(:runner)")
                .setParameter("runner", ONE_RUNNER)
                .getSingleResult();
        if (!alone) {
            return;
        }
        @SuppressWarnings("unchecked")
        List<Long> due = em.createNativeQuery(DUE, Long.class)
                .setParameter("now", clock.instant())
                .setMaxResults(AT_ONCE)
                .getResultList();
        due.forEach(turn::take);
    }
}
