package nl.kring.crm.accreditation.request;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SessionsPlanned;
import nl.kring.crm.workbench.PlannedTasks;

/** An edition moved: what is to be asked and delivered for it is due on other days. */
@Dependent
class RequestNews {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private PlannedTasks tasks;

    void follow(@Observes SessionsPlanned news) {
        Edition edition = em.find(Edition.class, news.editionId());
        em.flush();
        List<Tuple> due =
                new CourseTable(em).tasks(edition.getId(), edition.getCourse().getId());
        if (due.isEmpty()) {
            return;
        }
        ManagedEdition held = new ManagedEdition(
                edition.getId(),
                edition.getUuid(),
                edition.getCourse().getId(),
                edition.getCourse().getOrganiserId(),
                edition.getCourse().getTitle(),
                edition.getStartsAt(),
                edition.getEndsAt(),
                true);
        Map<Long, LocalDate> days = new HashMap<>();
        for (Tuple task : due) {
            int count = task.get("days", Integer.class);
            days.put(
                    task.get("task_id", Long.class),
                    (task.get("before_it", Boolean.class) ? held.firstDay() : held.lastDay()).plusDays(count));
        }
        tasks.reschedule(held.uuid(), RequestSteps.about(held), days);
    }
}
