package nl.kring.crm.accreditation.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import nl.kring.crm.agenda.checklist.StepAction;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * That an edition was announced at a register ("uitvoering aangemeld"): without it attendance cannot be entered there. For staff of
 * an organiser; of others' editions nothing exists.
 */
@Stateless
public class EditionAnnouncements {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private CourseAccess access;

    @Inject
    private RequestSteps steps;

    /**
     * Keeps that it was announced for the day that it begins on now, and lays down when its attendance is due. Again: for another
     * day, or under another number.
     *
     * @param number of the edition there; null when it is not known
     * @throws NotFoundException there is no such edition, or not for the caller
     * @throws InvalidInputException nothing was granted there that asks for it, or the number cannot be one
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void announce(UUID uuid, String scheme, String number) {
        ManagedEdition edition = access.own(uuid);
        CourseTable table = new CourseTable(em);
        if (table.announcements(edition).stream()
                .noneMatch(each -> each.scheme().equals(scheme))) {
            throw new InvalidInputException("accreditation-not-granted", scheme);
        }
        String code = RequestRules.code(number);
        Long task = table.task(edition.id(), scheme);
        if (task == null) {
            task = steps.task(
                    edition,
                    "Presentie aanleveren: " + steps.name(scheme),
                    edition.lastDay().plusDays(attendanceDays(edition, scheme)),
                    StepAction.DELIVERY);
            em.flush();
        }
        table.announce(edition, scheme, code, task, currentUser.accountId(), clock.instant());
        steps.tell("accreditation.announced", uuid, scheme);
    }

    /**
     * It was not announced after all. For the callers of {@link #announce}.
     *
     * @throws NotFoundException it was not announced there
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void withdraw(UUID uuid, String scheme) {
        ManagedEdition edition = access.own(uuid);
        Long task = new CourseTable(em).task(edition.id(), scheme);
        if (new CourseTable(em).withdraw(edition.id(), scheme) == 0) {
            throw new NotFoundException();
        }
        steps.finish(task);
        steps.tell("accreditation.announcement-withdrawn", uuid, scheme);
    }

    /**
     * Keeps the number of a session at a register that counts by session; nothing takes it away. For the callers of
     * {@link #announce}.
     *
     * @throws InvalidInputException it cannot be a number
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void name(UUID uuid, UUID session, String scheme, String number) {
        ManagedEdition edition = access.own(uuid);
        new CourseTable(em).name(edition.id(), session, scheme, RequestRules.code(number));
        steps.tell("accreditation.session-named", uuid, scheme);
    }

    /** The attendance of the edition is with the register: its task is done. For boundaries that checked who may. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void delivered(UUID uuid, String scheme) {
        ManagedEdition edition = access.own(uuid);
        steps.finish(new CourseTable(em).task(edition.id(), scheme));
    }

    private int attendanceDays(ManagedEdition edition, String scheme) {
        return em.createQuery("""
                        select max(r.attendanceDays) from AccreditationRequest r
                         where r.courseId = :course and r.schemeCode = :scheme and r.state = GRANTED""", Integer.class)
                .setParameter("course", edition.courseId())
                .setParameter("scheme", scheme)
                .getSingleResult();
    }
}
