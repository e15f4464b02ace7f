package nl.kring.crm.agenda.checklist;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.workbench.TaskOutcome;

/** Which tasks are steps of an edition, and from when their days are counted. */
final class StepTable {

    private final EntityManager em;

    StepTable(EntityManager em) {
        this.em = em;
    }

    /** False when somebody else put a step in that place meanwhile. */
    boolean add(Long task, Long edition, int position, StepMoment moment, int days) {
        return em.createNativeQuery("""
                        insert into crm.checklist_step (task_id, edition_id, position, moment, days)
                        values (:task, :edition, :position, :moment, :days) on conflict do nothing""")
                        .setParameter("task", task)
                        .setParameter("edition", edition)
                        .setParameter("position", position)
                        .setParameter("moment", moment.name())
                        .setParameter("days", days)
                        .executeUpdate()
                == 1;
    }

    /** The place of its last step; 0 when it has none. */
    int lastPosition(Long edition) {
        return ((Number) em.createNativeQuery(
                                "select coalesce(max(position), 0) from crm.checklist_step where edition_id = :edition")
                        .setParameter("edition", edition)
                        .getSingleResult())
                .intValue();
    }

    /** The day of each step by the number of its task, when the edition is held on those days. */
    Map<Long, LocalDate> days(Long edition, EditionDays held) {
        Map<Long, LocalDate> days = new HashMap<>();
        for (Object row : em.createNativeQuery(
                        "select task_id, moment, days from crm.checklist_step where edition_id = :edition", Tuple.class)
                .setParameter("edition", edition)
                .getResultList()) {
            Tuple step = (Tuple) row;
            days.put(
                    step.get(0, Long.class),
                    held.day(StepMoment.valueOf(step.get(1, String.class)), step.get(2, Integer.class)));
        }
        return days;
    }

    /** The number of the task of a step; null when it is none of the edition. */
    Long taskOf(Long edition, UUID step) {
        List<?> found = em.createNativeQuery("""
                        select s.task_id from crm.checklist_step s join crm.task t on t.id = s.task_id
                         where s.edition_id = :edition and t.uuid = :step""", Long.class)
                .setParameter("edition", edition)
                .setParameter("step", step)
                .getResultList();
        return found.isEmpty() ? null : (Long) found.get(0);
    }

    /** All steps, the first due first; one query for all of it. */
    @SuppressWarnings("unchecked")
    List<StepLine> of(Long edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select t.uuid, t.title, t.action, s.moment, s.days, cast(t.due_on as text), t.due_by_hand,
                               a.uuid as owner, a.display_name as owner_name, d.uuid as deputy, d.display_name as deputy_name,
                               t.outcome, t.reason, t.done_at, w.display_name as ended_by, t.waiting_since
                          from crm.checklist_step s
                          join crm.task t on t.id = s.task_id
                          left join crm.account a on a.id = t.assignee_id
                          left join crm.account d on d.id = t.deputy_id
                          left join crm.account w on w.id = t.done_by
                         where s.edition_id = :edition
                         order by t.due_on, s.position""", Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream().map(StepTable::line).toList();
    }

    private static StepLine line(Tuple row) {
        String outcome = row.get(11, String.class);
        return new StepLine(
                row.get(0, UUID.class),
                row.get(1, String.class),
                StepAction.valueOf(row.get(2, String.class)),
                StepMoment.valueOf(row.get(3, String.class)),
                row.get(4, Integer.class),
                LocalDate.parse(row.get(5, String.class)),
                row.get(6, Boolean.class),
                row.get(7, UUID.class),
                row.get(8, String.class),
                row.get(9, UUID.class),
                row.get(10, String.class),
                outcome == null ? null : TaskOutcome.valueOf(outcome),
                row.get(12, String.class),
                row.get(13, Instant.class),
                row.get(14, String.class),
                row.get(15, Instant.class));
    }
}
