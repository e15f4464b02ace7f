package nl.kring.crm.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * When the people of an organisation are away, so that others see what lies there meanwhile. Any colleague may say it of
 * any other; nobody is asked why, and of another organisation's people nobody hears it.
 */
@Stateless
public class ColleagueAbsences {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    private static final int MOST_SHOWN = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Colleagues colleagues;

    @Inject
    private AuditTrail audit;

    /** Who of the caller's organisation is away today or later, the first first. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<AbsenceLine> list() {
        return em.createQuery("""
                        select new nl.kring.crm.workbench.AbsenceLine(
                               x.uuid, a.uuid, a.displayName, x.firstDay, x.lastDay, d.displayName)
                          from ColleagueAbsence x join Account a on a.id = x.accountId
                          left join Account d on d.id = x.deputyId
                         where x.organisationId = :organisation and x.lastDay >= :today
                         order by x.firstDay, a.displayName, x.id""", AbsenceLine.class)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setParameter("today", LocalDate.now(clock.withZone(SystemClock.AMSTERDAM)))
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    /**
     * Says that a colleague, or the caller, is away. For staff.
     *
     * @param deputy who does meanwhile what has no deputy of its own, or null for whoever comes first
     * @throws NotFoundException one of them is no colleague
     * @throws InvalidInputException a day is missing or the last is before the first, both are the same person, or some of
     *     these days were said before
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID add(UUID colleague, LocalDate firstDay, LocalDate lastDay, UUID deputy) {
        if (firstDay == null
                || lastDay == null
                || lastDay.isBefore(firstDay)
                || firstDay.isBefore(EARLIEST)
                || lastDay.isAfter(LATEST)) {
            throw new InvalidInputException("absence-days");
        }
        Long away = colleagues.idOf(colleague);
        Long stands = deputy == null ? null : colleagues.idOf(deputy);
        if (away.equals(stands)) {
            throw new InvalidInputException("absence-own-deputy");
        }
        if (isSaid(away, firstDay, lastDay)) {
            throw new InvalidInputException("absence-said-before");
        }
        ColleagueAbsence absence = new ColleagueAbsence(
                currentUser.requireOrganisation(), away, stands, firstDay, lastDay, clock.instant());
        em.persist(absence);
        em.flush();
        audit.record("colleague.away", colleague, absence.getUuid().toString());
        return absence.getUuid();
    }

    /**
     * Takes back that somebody is away, or is still. What was taken over stays where it is. For staff.
     *
     * @throws NotFoundException the caller's organisation knows of no such absence
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void remove(UUID uuid) {
        int removed = em.createQuery(
                        "delete from ColleagueAbsence x where x.uuid = :uuid and x.organisationId = :organisation")
                .setParameter("uuid", uuid)
                .setParameter("organisation", currentUser.requireOrganisation())
                .executeUpdate();
        if (removed == 0) {
            throw new NotFoundException();
        }
        audit.record("colleague.back", uuid, null);
    }

    private boolean isSaid(Long account, LocalDate firstDay, LocalDate lastDay) {
        return em.createQuery("""
                        select count(x) from ColleagueAbsence x
                         where x.organisationId = :organisation and x.accountId = :account
                           and x.firstDay <= :last and x.lastDay >= :first""", Long.class)
                        .setParameter("organisation", currentUser.requireOrganisation())
                        .setParameter("account", account)
                        .setParameter("first", firstDay)
                        .setParameter("last", lastDay)
                        .getSingleResult()
                > 0;
    }
}
