package nl.kring.crm.agenda.venue;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;

/** Forgets who ate what thirty days after the last session: nobody needs it any more, and it tells of health and belief. */
@Stateless
public class DietClock {

    static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Looks each night. For the timer. */
    @Schedule(hour = "3", minute = "40", persistent = false)
    @PermitAll
    public void look() {
        new VenueTable(em, clock.instant()).forget(clock.instant().minus(KEPT));
    }
}
