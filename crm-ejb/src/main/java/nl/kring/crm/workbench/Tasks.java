package nl.kring.crm.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
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
import nl.kring.crm.security.Identity;
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
    private TaskDesk desk;

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
                desk.accountOf(wanted.assignee()),
                title,
                wanted,
                currentUser.accountId(),
                clock.instant());
        em.persist(task);
        audit.record("task.added", task.getUuid(), null);
        return task.getUuid();
    }

    /**
     * The caller's own open tasks, the first due first, and those that he or she does while a colleague is away. For staff.
     *
     * @param after cursor that the page before gave, or null
     * @throws InvalidInputException the cursor is none
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public TaskBoard mine(String after) {
        return board(currentUser.accountId(), after);
    }

    /** All open tasks of the caller's organisation; for the rest as {@link #mine}. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public TaskBoard team(String after) {
        return board(null, after);
    }

    /**
     * A colleague's open tasks, who may be away; for the rest as {@link #mine}.
     *
     * @throws NotFoundException there is no such colleague
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public TaskBoard of(UUID colleague, String after) {
        return board(colleagues.idOf(colleague), after);
    }

    /**
     * Says that a task is done; once more changes nothing. For staff of the organisation.
     *
     * @throws NotFoundException there is no such task, or not of the caller's organisation
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void finish(UUID uuid) {
        desk.finish(get(uuid));
    }

    /**
     * Says that a task is not done after all. For the callers, and with the refusals, of {@link #finish}.
     *
     * @throws InvalidInputException what it was for does not take place
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void reopen(UUID uuid) {
        desk.reopen(get(uuid));
    }

    /**
     * Gives a task to a colleague, or (null) to whoever comes first. For staff of the organisation.
     *
     * @throws NotFoundException there is no such task or colleague
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void assign(UUID uuid, UUID colleague) {
        desk.assign(get(uuid), colleague);
    }

    /**
     * The caller does it, for a colleague who is away; it stays with the caller when the colleague is back. For the callers,
     * and with the refusals, of {@link #finish}.
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void takeOver(UUID uuid) {
        desk.takeOver(get(uuid));
    }

    /** Who is away is known by the same query: a list costs one, however long it is. */
    private TaskBoard board(Long who, String cursor) {
        TaskCursor after = TaskCursor.parse(cursor);
        LocalDate today = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
        TypedQuery<TaskLine> query = em.createQuery(
                        """
                        select new nl.kring.crm.workbench.TaskLine(
                               t.id, t.uuid, t.title, t.about, t.dueOn, t.subjectKind, t.subjectUuid, t.action,
                               a.uuid, a.displayName, x.lastDay, t.waitingSince)
                          from Task t left join Account a on a.id = t.assigneeId
                          left join ColleagueAbsence x on x.organisationId = t.organisationId
                                and x.accountId = t.assigneeId and x.firstDay <= :today and x.lastDay >= :today
                         where t.organisationId = :organisation and t.doneAt is null
                           and (:everybody = true or t.assigneeId = :who
                                or x.id is not null and coalesce(t.deputyId, x.deputyId) = :who)
                        """ + (after == null ? "" : after.condition()) + " order by t.dueOn nulls last, t.id",
                        TaskLine.class)
                .setParameter("today", today)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setParameter("everybody", who == null)
                .setParameter("who", who)
                .setMaxResults(MOST_SHOWN + 1);
        if (after != null) {
            query.setParameter("afterId", after.id());
            if (after.dueOn() != null) {
                query.setParameter("afterDay", after.dueOn());
            }
        }
        List<TaskLine> found = query.getResultList();
        boolean more = found.size() > MOST_SHOWN;
        List<TaskLine> shown = more ? found.subList(0, MOST_SHOWN) : found;
        return TaskBoard.of(shown, today, reader(), more ? TaskCursor.after(shown.get(MOST_SHOWN - 1)) : null);
    }

    private UUID reader() {
        return currentUser.identity().map(Identity::accountUuid).orElse(null);
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
