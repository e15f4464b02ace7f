package nl.kring.crm.agenda.checklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import nl.kring.crm.workbench.PlannedTask;
import nl.kring.crm.workbench.PlannedTasks;
import nl.kring.crm.workbench.TaskSubject;

/**
 * What has to be done for an edition, by whom and when. For the staff of the edition's organiser and of those who organise it
 * together; for all others it does not exist. A step stands in the list of the organisation whose colleague does it, of the
 * organiser's while it is nobody's. Nothing more is done for an edition that was cancelled.
 */
@Stateless
public class Checklists {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Editions editions;

    @Inject
    private FirstSteps firstSteps;

    @Inject
    private PlannedTasks tasks;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /**
     * All steps of an edition, also those that ended, the first due first; none when it has no checklist. For staff of its
     * organiser.
     *
     * @throws NotFoundException there is no such edition of theirs
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<StepLine> of(UUID edition) {
        return new StepTable(em).of(own(edition).line().id());
    }

    /** As {@link #make(UUID, UUID, UUID)}, where what the template gives to nobody goes to the caller. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void make(UUID edition) {
        make(edition, currentUser.identity().map(Identity::accountUuid).orElse(null), null);
    }

    /**
     * Makes the checklist of an edition from the template that holds for it. For staff of its organiser.
     *
     * @param owner who does what the template gives to nobody who still works there; null for whoever comes first
     * @param deputy who does that while the owner is away, or null
     * @throws NotFoundException there is no such edition of theirs, or a person is no colleague
     * @throws InvalidInputException it has a checklist, it was cancelled, or both persons are the same
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void make(UUID edition, UUID owner, UUID deputy) {
        EditionDetail detail = planned(edition);
        StepTable table = new StepTable(em);
        if (table.lastPosition(detail.line().id()) > 0) {
            throw new InvalidInputException("checklist-there");
        }
        int position = 1;
        for (FirstSteps.Step step : firstSteps.of(detail, owner, deputy)) {
            if (!table.add(plan(detail, step), detail.line().id(), position++, step.moment(), step.days())) {
                throw new InvalidInputException("checklist-there");
            }
        }
        audit.record("checklist.made", edition, position - 1 + " steps");
    }

    /**
     * Adds a step by hand. For staff of the edition's organiser.
     *
     * @throws NotFoundException there is no such edition of theirs, or a person is no colleague
     * @throws InvalidInputException a value cannot be, there are as many steps as there may be, or the edition was cancelled
     * @throws EditConflictException a colleague added one at the same time
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void add(UUID edition, StepForm form) {
        StepForm checked = StepRules.checked(form);
        EditionDetail detail = planned(edition);
        StepTable table = new StepTable(em);
        int last = table.lastPosition(detail.line().id());
        StepRules.mustFit(last);
        FirstSteps.Step step = firstSteps.byHand(checked, detail);
        if (!table.add(plan(detail, step), detail.line().id(), last + 1, step.moment(), step.days())) {
            throw new EditConflictException();
        }
        audit.record("checklist.step-added", edition, null);
    }

    /**
     * Says that a step is done. For staff of the edition's organiser.
     *
     * @throws NotFoundException there is no such edition of theirs, or no such step of it
     * @throws InvalidInputException the edition was cancelled
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void finish(UUID edition, UUID step) {
        tasks.finish(planned(edition).uuid(), step);
    }

    /** Says that a step has not ended after all. For the callers, and with the refusals, of {@link #finish}. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void reopen(UUID edition, UUID step) {
        tasks.reopen(planned(edition).uuid(), step);
    }

    /**
     * Says that a step is not needed, and why. For the callers, and with the refusals, of {@link #finish}.
     *
     * @throws InvalidInputException no reason is given, or the edition was cancelled
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void skip(UUID edition, UUID step, String reason) {
        tasks.skip(planned(edition).uuid(), step, reason);
    }

    /** Says that a step waits for others, or no longer. For the callers, and with the refusals, of {@link #finish}. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void letWait(UUID edition, UUID step, boolean waits) {
        tasks.letWait(planned(edition).uuid(), step, waits);
    }

    /**
     * Gives a step to a colleague with a deputy; null for nobody in particular. For the callers, and with the refusals, of
     * {@link #finish}.
     *
     * @throws NotFoundException also when one of them is no colleague
     * @throws InvalidInputException both are the same, or the edition was cancelled
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void share(UUID edition, UUID step, UUID owner, UUID deputy) {
        tasks.share(planned(edition).uuid(), step, owner, deputy);
    }

    /**
     * Sets the day of a step. For the callers, and with the refusals, of {@link #finish}.
     *
     * @param day null for the day that follows from the edition, with which it moves along again
     * @throws InvalidInputException the day lies before 2000 or after 2099, or the edition was cancelled
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void date(UUID edition, UUID step, LocalDate day) {
        EditionDetail detail = planned(edition);
        if (day != null) {
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw new InvalidInputException("checklist-day");
            }
            tasks.date(edition, step, day);
            return;
        }
        StepTable table = new StepTable(em);
        LocalDate follows = table.days(detail.line().id(), EditionDays.of(detail))
                .get(table.taskOf(detail.line().id(), step));
        if (follows == null) {
            throw new NotFoundException();
        }
        tasks.follow(edition, step, follows);
    }

    private Long plan(EditionDetail edition, FirstSteps.Step step) {
        EditionDays held = EditionDays.of(edition);
        return tasks.plan(new PlannedTask(
                step.organisation(),
                step.title(),
                held.day(step.moment(), step.days()),
                step.owner(),
                step.deputy(),
                TaskSubject.EDITION,
                edition.uuid(),
                held.words(),
                step.action().name()));
    }

    private EditionDetail own(UUID edition) {
        EditionDetail detail = editions.edition(edition);
        if (!detail.own()) {
            throw new NotFoundException();
        }
        return detail;
    }

    private EditionDetail planned(UUID edition) {
        EditionDetail detail = own(edition);
        if (detail.line().state() == EditionState.CANCELLED) {
            throw new InvalidInputException("agenda-edition-cancelled");
        }
        return detail;
    }
}
