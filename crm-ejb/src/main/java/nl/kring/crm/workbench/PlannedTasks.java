package nl.kring.crm.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Tasks that another component lays down and keeps in step with what they are about. For other boundaries: they know who may
 * do what with the subject, and name it with each task, so that nobody gets at a task of another subject through them.
 */
@Stateless
public class PlannedTasks {

    /** What was laid down here says what is to be done with it; a note about the same subject does not, and is left alone. */
    private static final String PLANNED =
            "select t from Task t where t.subjectUuid = :subject and t.action is not null";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private TaskDesk desk;

    /** Lays a task down; answers its number. For staff and the platform's administrator, through a boundary that checked. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Long plan(PlannedTask wanted) {
        Task task = new Task(wanted, currentUser.accountId(), clock.instant());
        em.persist(task);
        return task.getId();
    }

    /**
     * The subject moved: its tasks are due on other days, except where somebody set the day by hand, and say what the subject
     * is called now. For the callers of {@link #plan}.
     *
     * @param days by number of the task
     * @return how many are due on another day
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public int reschedule(UUID subject, String about, Map<Long, LocalDate> days) {
        int moved = 0;
        for (Task task : of(subject)) {
            task.isAbout(about);
            LocalDate day = days.get(task.getId());
            if (day != null && !task.isDueByHand() && !day.equals(task.getDueOn())) {
                task.followOn(day);
                moved++;
            }
        }
        em.flush();
        return moved;
    }

    /** The subject does not take place: nothing is to be done for it any more. Answers of how many that was so. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public int cancel(UUID subject) {
        List<Task> open = of(subject).stream().filter(task -> !task.isDone()).toList();
        open.forEach(task -> task.end(TaskOutcome.CANCELLED, null, currentUser.accountId(), clock.instant()));
        em.flush();
        return open.size();
    }

    /**
     * As {@link Tasks#finish}, for staff who may do what is done for the subject.
     *
     * @throws NotFoundException there is no such task of that subject
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void finish(UUID subject, UUID uuid) {
        desk.finish(get(subject, uuid));
    }

    /** As {@link #finish}: it has not ended after all. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void reopen(UUID subject, UUID uuid) {
        desk.reopen(get(subject, uuid));
    }

    /**
     * As {@link #finish}: it was not needed.
     *
     * @throws InvalidInputException it is not said why
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void skip(UUID subject, UUID uuid, String reason) {
        desk.skip(get(subject, uuid), reason);
    }

    /** As {@link #finish}: others have to do something first, or no longer. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void letWait(UUID subject, UUID uuid, boolean waits) {
        desk.letWait(get(subject, uuid), waits);
    }

    /**
     * As {@link #finish}: a colleague of the caller does it, and another one while that one is away; null for nobody in
     * particular. Among more organisations that do it together, it goes to the list of the caller's.
     *
     * @throws NotFoundException there is no such task of that subject, or no such colleague
     * @throws InvalidInputException both are the same
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void share(UUID subject, UUID uuid, UUID owner, UUID deputy) {
        desk.share(get(subject, uuid), owner, deputy);
    }

    /** As {@link #finish}: it is due on that day, wherever the subject moves to. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void date(UUID subject, UUID uuid, LocalDate day) {
        desk.date(get(subject, uuid), day);
    }

    /** As {@link #finish}: it is due on the day that follows from the subject, and moves along again. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void follow(UUID subject, UUID uuid, LocalDate day) {
        desk.follow(get(subject, uuid), day);
    }

    private List<Task> of(UUID subject) {
        return em.createQuery(PLANNED + " order by t.id", Task.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    private Task get(UUID subject, UUID uuid) {
        return em.createQuery(PLANNED + " and t.uuid = :uuid", Task.class)
                .setParameter("uuid", uuid)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
