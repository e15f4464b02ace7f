package nl.kring.crm.peerreview;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.TaskInbox;
import nl.kring.crm.workbench.TaskSubject;

/** Tells the office once a year of each group that handed in no plan in time. */
@Stateless
public class PlanClock {

    /** Who writes the row first tells it: two nodes never both do. */
    private static final String OVERDUE = """
            with told as (
              insert into crm.peer_review_reminder (group_id, year, told_at)
              select g.id, :year, :now from crm.peer_review_group g
               where g.begins_on < :due and (g.ends_on is null or g.ends_on >= :today)
                 and not exists (select 1 from crm.peer_review_plan p where p.group_id = g.id and p.year = :year)
                  on conflict do nothing
              returning group_id)
            select g.uuid, g.organisation_id, g.name from told t join crm.peer_review_group g on g.id = t.group_id order by g.id""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private TaskInbox inbox;

    /** Looks each hour what is overdue. For the timer. */
    @Schedule(hour = "*", minute = "7", persistent = false)
    @PermitAll
    public void look() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM);
        LocalDate due = new GroupTable(em).norm(today).planDue(today.getYear());
        if (!today.isAfter(due)) {
            return;
        }
        @SuppressWarnings("unchecked")
        List<Tuple> overdue = em.createNativeQuery(OVERDUE, Tuple.class)
                .setParameter("year", today.getYear())
                .setParameter("now", clock.instant())
                .setParameter("due", due)
                .setParameter("today", today)
                .getResultList();
        overdue.forEach(group -> inbox.put(
                group.get(1, Long.class),
                new NewTask(
                        "Vraag het jaarplan " + today.getYear() + " op: " + group.get(2, String.class),
                        today,
                        null,
                        TaskSubject.PEER_REVIEW_GROUP,
                        group.get(0, UUID.class))));
    }
}
