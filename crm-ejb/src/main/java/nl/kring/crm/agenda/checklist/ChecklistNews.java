package nl.kring.crm.agenda.checklist;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.EditionCancelled;
import nl.kring.crm.agenda.SessionsPlanned;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.workbench.PlannedTasks;

/** What the agenda tells, done to the checklists in the same transaction. */
@Dependent
class ChecklistNews {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private PlannedTasks tasks;

    @Inject
    private AuditTrail audit;

    /** Days that follow from the edition move along, and its tasks are called as it is. */
    void follow(@Observes SessionsPlanned news) {
        Tuple edition = em.createQuery("""
                        select e.uuid, c.title, e.startsAt, e.endsAt from Edition e join e.course c where e.id = :id""", Tuple.class)
                .setParameter("id", news.editionId())
                .getSingleResult();
        EditionDays held = EditionDays.of(
                edition.get(1, String.class), edition.get(2, Instant.class), edition.get(3, Instant.class));
        Map<Long, LocalDate> days = new StepTable(em).days(news.editionId(), held);
        if (days.isEmpty()) {
            return;
        }
        UUID uuid = edition.get(0, UUID.class);
        int moved = tasks.reschedule(uuid, held.words(), days);
        if (moved > 0) {
            audit.record("checklist.moved", uuid, moved + " steps");
        }
    }

    /** Nothing is to be done for what does not take place. */
    void close(@Observes EditionCancelled news) {
        UUID uuid = em.createQuery("select e.uuid from Edition e where e.id = :id", UUID.class)
                .setParameter("id", news.editionId())
                .getSingleResult();
        int closed = tasks.cancel(uuid);
        if (closed > 0) {
            audit.record("checklist.closed", uuid, closed + " steps");
        }
    }
}
