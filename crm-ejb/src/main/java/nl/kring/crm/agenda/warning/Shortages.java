package nl.kring.crm.agenda.warning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Which editions may not be held because too few come. */
@Stateless
public class Shortages {

    /** So many days before the first one has to decide: as long as one may cancel without paying. */
    static final int DAYS_BEFORE = 14;

    private static final int MOST_SHOWN = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /**
     * The editions of the caller's organisation that one can or could enrol for, start within fourteen days and have fewer
     * participants than they need; the first first. For staff.
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Shortage> list() {
        LocalDate today = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
        return em.createQuery("""
                        select new nl.kring.crm.agenda.warning.Shortage(e.uuid, c.title, e.startsAt, s.taken, e.fewest)
                          from Edition e join e.course c join SeatCount s on s.editionId = e.id
                         where c.organiserId = :own and s.taken < e.fewest and e.startsAt > :now and e.startsAt < :until
                           and e.state in (nl.kring.crm.agenda.EditionState.OPEN, nl.kring.crm.agenda.EditionState.CLOSED)
                         order by e.startsAt, e.id""", Shortage.class)
                .setParameter("own", currentUser.requireOrganisation())
                .setParameter("now", clock.instant())
                .setParameter(
                        "until",
                        today.plusDays(DAYS_BEFORE + 1L)
                                .atStartOfDay(SystemClock.AMSTERDAM)
                                .toInstant())
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }
}
