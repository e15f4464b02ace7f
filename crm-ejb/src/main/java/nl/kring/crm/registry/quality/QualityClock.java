package nl.kring.crm.registry.quality;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.platform.SystemClock;

/** Keeps the numbers of every participant each night, so that a number goes down also where nobody looks every day. */
@Singleton
@PermitAll
public class QualityClock {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Schedule(hour = "4", minute = "40", persistent = false)
    void keepNumbers() {
        LocalDate today = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
        List<Long> participants = em.createQuery("select o.id from Organisation o where o.participant", Long.class)
                .getResultList();
        participants.forEach(id -> new QualityCounts(em, id, today).countAndKeep());
    }
}
