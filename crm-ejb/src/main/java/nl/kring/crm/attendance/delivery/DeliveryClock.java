package nl.kring.crm.attendance.delivery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import nl.kring.crm.platform.SystemClock;

/**
 * Forgets what was asked and answered, word for word, two years after the answer: PE-online takes attendance until a year or more after
 * the course, and another year is for whoever disagrees. What came of it, for whom, when, by whom and the hash of the question stay.
 */
@Stateless
public class DeliveryClock {

    static final Period KEPT = Period.ofYears(2);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Looks each night. For the timer. */
    @Schedule(hour = "3", minute = "45", persistent = false)
    @PermitAll
    public void look() {
        Instant now = clock.instant();
        em.createNativeQuery("""
                        with old as (
                          update crm.delivery_batch set answer = null, forgotten_at = :now
                           where answered_at <= :until and state in ('ANSWERED', 'REFUSED') and forgotten_at is null
                          returning id)
                        update crm.delivery_row r
                           set person = null, course = null, edition = null, meeting = null, module = null, ended_at = null
                          from old where r.batch_id = old.id""")
                .setParameter("now", now)
                .setParameter(
                        "until", now.atZone(SystemClock.AMSTERDAM).minus(KEPT).toInstant())
                .executeUpdate();
    }
}
