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
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What an organisation's staff have to do. Every colleague may see, do and hand over every task; nobody else may. */
@Stateless
public class Tasks {

    private static final int LONGEST = 200;
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

    /**
     * Adds something to do. For staff.
     *
     * @throws InvalidInputException it says not what, or in too many words
     * @throws NotFoundException the assignee is no colleague
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID add(NewTask wanted) {
        String title = TypedText.line(wanted.title(), LONGEST);
        if (title == null) {
            throw new InvalidInputException("task-title");
        }
        Task task = new Task(
                currentUser.requireOrganisation(),
                accountOf(wanted.assignee()),
                title,
                wanted,
                currentUser.accountId(),
                clock.instant());
        em.persist(task);
        audit.record("task.added", task.getUuid(), null);
        return task.getUuid();
    }

    /** The caller's own open tasks, the first due first. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public TaskBoard mine() {
        return board(currentUser.accountId());
    }

    /** All open tasks of the caller's organisation, the first due first. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public TaskBoard team() {
        return board(null);
    }

    /**
     * A colleague's open tasks, who may be away. For staff.
     *
     * @throws NotFoundException there is no such colleague
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public TaskBoard of(UUID colleague) {
        return board(colleagues.idOf(colleague));
    }

    /**
     * Says that a task is done; once more changes nothing. For staff of the organisation.
     *
     * @throws NotFoundException there is no such task, or not of the caller's organisation
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void finish(UUID uuid) {
        Task task = get(uuid);
        if (!task.isDone()) {
            task.finish(currentUser.accountId(), clock.instant());
            audit.record("task.done", uuid, null);
        }
    }

    /** Says that a task is not done after all. For the callers, and with the refusals, of {@link #finish}. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void reopen(UUID uuid) {
        Task task = get(uuid);
        if (task.isDone()) {
            task.reopen();
            audit.record("task.reopened", uuid, null);
        }
    }

    /**
     * Gives a task to a colleague, or (null) to whoever comes first. For staff of the organisation.
     *
     * @throws NotFoundException there is no such task or colleague
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void assign(UUID uuid, UUID colleague) {
        get(uuid).giveTo(accountOf(colleague));
        audit.record("task.assigned", uuid, colleague == null ? null : colleague.toString());
    }

    private Long accountOf(UUID colleague) {
        return colleague == null ? null : colleagues.idOf(colleague);
    }

    private TaskBoard board(Long assignee) {
        List<TaskLine> tasks = em.createQuery("""
                        select new nl.kring.crm.workbench.TaskLine(
                               t.uuid, t.title, t.dueOn, t.subjectKind, t.subjectUuid, a.uuid, a.displayName)
                          from Task t left join Account a on a.id = t.assigneeId
                         where t.organisationId = :organisation and t.doneAt is null
                           and (:everybody = true or t.assigneeId = :assignee)
                         order by t.dueOn nulls last, t.id""", TaskLine.class)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setParameter("everybody", assignee == null)
                .setParameter("assignee", assignee)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
        return TaskBoard.of(tasks, LocalDate.now(clock.withZone(SystemClock.AMSTERDAM)));
    }

    private Task get(UUID uuid) {
        return em.createQuery(
                        "select t from Task t where t.uuid = :uuid and t.organisationId = :organisation", Task.class)
                .setParameter("uuid", uuid)
                .setParameter("organisation", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
