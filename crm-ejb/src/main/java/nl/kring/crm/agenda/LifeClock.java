package nl.kring.crm.agenda;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;

/**
 * What time does to editions: enrolling closes at its last moment, and what is over was held. Whoever looks in between
 * meets rules that look at the clock themselves.
 */
@Stateless
public class LifeClock {

    private static final int AT_ONCE = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Planning planning;

    @Inject
    private AuditTrail audit;

    /** Looks each minute what is due. For the timer. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    @PermitAll
    public void look() {
        Instant now = clock.instant();
        move(
                "e.state = nl.kring.crm.agenda.EditionState.OPEN and e.endsAt > :now"
                        + " and coalesce(e.enrolUntil, e.startsAt) <= :now",
                EditionMove.CLOSE_ENROLMENT,
                now);
        move(EditionLists.ANNOUNCED + " and e.endsAt <= :now", EditionMove.HOLD, now);
    }

    private void move(String due, EditionMove move, Instant now) {
        List<UUID> editions = em.createQuery("select e.uuid from Edition e where " + due + " order by e.id", UUID.class)
                .setParameter("now", now)
                .setMaxResults(AT_ONCE)
                .getResultList();
        for (UUID uuid : editions) {
            Edition edition = planning.locked(uuid);
            if (move.refusal(planning.now(edition)) == null) {
                planning.move(edition, move);
                audit.record("edition." + move.done(), uuid, "by the clock");
            }
        }
    }
}
