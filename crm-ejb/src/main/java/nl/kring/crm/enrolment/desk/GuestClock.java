package nl.kring.crm.enrolment.desk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Lets go each night of what guests typed and nobody confirmed in time. */
@Stateless
public class GuestClock {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Looks each night. For the timer. */
    @Schedule(hour = "3", minute = "50", persistent = false)
    @PermitAll
    public void look() {
        new GuestTable(em, clock.instant()).letGo();
    }
}
