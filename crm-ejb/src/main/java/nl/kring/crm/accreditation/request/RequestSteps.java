package nl.kring.crm.accreditation.request;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.accreditation.PointsAwarded;
import nl.kring.crm.agenda.checklist.StepAction;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.workbench.PlannedTask;
import nl.kring.crm.workbench.PlannedTasks;
import nl.kring.crm.workbench.TaskSubject;

/** What goes with each step of a request: its task on the list of things to do, the audit, and what the agenda shows. */
@Dependent
class RequestSteps {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private PlannedTasks tasks;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<PointsAwarded> awarded;

    /** Keeps it, and lays down what is to be done for it. */
    void begun(ManagedEdition edition, AccreditationRequest request) {
        em.persist(request);
        request.isTask(task(
                edition,
                "Accreditatie aanvragen: " + name(request.getSchemeCode()),
                edition.firstDay().minusDays(request.getLeadDays()),
                StepAction.ACCREDITATION));
        em.flush();
        audit.record("accreditation.begun", request.getUuid(), request.getSchemeCode());
    }

    void described(ManagedEdition edition, AccreditationRequest request) {
        if (request.getTaskId() != null) {
            tasks.reschedule(
                    edition.uuid(),
                    about(edition),
                    Map.of(request.getTaskId(), edition.firstDay().minusDays(request.getLeadDays())));
        }
        audit.record("accreditation.changed", request.getUuid(), null);
    }

    /** Nothing is to be asked any more. */
    void done(ManagedEdition edition, AccreditationRequest request, String what) {
        em.flush();
        finish(request.getTaskId());
        new RequestTable(em).tellEditions(edition.courseId());
        audit.record("accreditation." + what, request.getUuid(), null);
    }

    void granted(ManagedEdition edition, AccreditationRequest request) {
        awarded.fire(new PointsAwarded(edition.courseId()));
        done(edition, request, "granted");
    }

    void reopened(ManagedEdition edition, AccreditationRequest request) {
        em.flush();
        UUID task = new RequestTable(em).task(request.getTaskId());
        if (task != null) {
            tasks.reopen(subject(request.getTaskId()), task);
        }
        new RequestTable(em).tellEditions(edition.courseId());
        audit.record("accreditation.taken-back", request.getUuid(), null);
    }

    Long task(ManagedEdition edition, String title, LocalDate due, StepAction action) {
        return tasks.plan(new PlannedTask(
                edition.organiserId(),
                title,
                due,
                null,
                null,
                TaskSubject.EDITION,
                edition.uuid(),
                about(edition),
                action.name()));
    }

    void finish(Long task) {
        UUID uuid = new RequestTable(em).task(task);
        if (uuid != null) {
            tasks.finish(subject(task), uuid);
        }
    }

    void tell(String what, UUID subject, String detail) {
        audit.record(what, subject, detail);
    }

    /** What the task was counted from; not always the edition through which the request is looked at. */
    private UUID subject(Long task) {
        return (UUID) em.createNativeQuery("select subject_uuid from crm.task where id = :id", UUID.class)
                .setParameter("id", task)
                .getSingleResult();
    }

    String name(String scheme) {
        return em.createQuery("select s.name from Scheme s where s.code = :code", String.class)
                .setParameter("code", scheme)
                .getSingleResult();
    }

    static String about(ManagedEdition edition) {
        return edition.title() + ", " + DAY.format(edition.firstDay());
    }
}
