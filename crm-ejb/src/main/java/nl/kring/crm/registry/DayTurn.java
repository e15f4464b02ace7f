package nl.kring.crm.registry;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Logger;
import nl.kring.crm.platform.SystemClock;

/**
 * When a day has begun, derives the persons of whom something begins today or ended yesterday. A node that was away makes
 * up for the days that it missed; of several nodes one does it.
 */
@Stateless
public class DayTurn {

    private static final Logger LOG = Logger.getLogger(DayTurn.class.getName());

    private static final String TURNING = """
            select s.person_id from crm.statement s
             where s.withdrawn_at is null
               and (s.valid_from > :last and s.valid_from <= :today or s.valid_to >= :last and s.valid_to < :today)
            union
            select a.person_id from crm.affiliation a
             where a.withdrawn_at is null
               and (a.valid_from > :last and a.valid_from <= :today or a.valid_to >= :last and a.valid_to < :today)""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private GoldenRecords goldenRecords;

    /** Looks every ten minutes whether a new day has begun. For the timer. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    @PermitAll
    public void look() {
        LocalDate today = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
        LocalDate last = last(today);
        if (!last.isBefore(today)) {
            return;
        }
        int changed = goldenRecords.derive(turning(last, today));
        em.createNativeQuery("update crm.derived_until set day = :today")
                .setParameter("today", today)
                .executeUpdate();
        LOG.info(() -> "the day turned to " + today + "; " + changed + " persons show something else");
    }

    /** Until which day was derived, held for this transaction. The first time that is the day before. */
    private LocalDate last(LocalDate today) {
        em.createNativeQuery("insert into crm.derived_until (id, day) values (1, :yesterday) on conflict do nothing")
                .setParameter("yesterday", today.minusDays(1))
                .executeUpdate();
        return LocalDate.parse(
                (String) em.createNativeQuery("select cast(day as text) from crm.derived_until where id = 1 for update")
                        .getSingleResult());
    }

    @SuppressWarnings("unchecked")
    private List<Long> turning(LocalDate last, LocalDate today) {
        List<Number> found = em.createNativeQuery(TURNING)
                .setParameter("last", last)
                .setParameter("today", today)
                .getResultList();
        return found.stream().map(Number::longValue).toList();
    }
}
