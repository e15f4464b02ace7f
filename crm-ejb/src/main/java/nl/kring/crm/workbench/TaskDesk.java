package nl.kring.crm.workbench;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.security.CurrentUser;

/** What can be done with a task by whoever may: who that is the boundaries have asked. Each act stands in the audit. */
@Dependent
class TaskDesk {

    private static final int LONGEST_REASON = 300;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Colleagues colleagues;

    @Inject
    private AuditTrail audit;

    void finish(Task task) {
        if (!task.isDone()) {
            task.end(TaskOutcome.DONE, null, currentUser.accountId(), clock.instant());
            audit.record("task.done", task.getUuid(), null);
        }
    }

    void skip(Task task, String reason) {
        String because = TypedText.line(reason, LONGEST_REASON);
        if (because == null) {
            throw new InvalidInputException("task-not-needed-reason");
        }
        if (!task.isDone()) {
            task.end(TaskOutcome.NOT_NEEDED, because, currentUser.accountId(), clock.instant());
            audit.record("task.not-needed", task.getUuid(), null);
        }
    }

    void reopen(Task task) {
        if (task.isCancelled()) {
            throw new InvalidInputException("task-cancelled");
        }
        if (task.isDone()) {
            task.reopen();
            audit.record("task.reopened", task.getUuid(), null);
        }
    }

    void letWait(Task task, boolean waits) {
        if (!task.isDone() && waits != task.isWaiting()) {
            task.waitSince(waits ? clock.instant() : null);
            audit.record(waits ? "task.waiting" : "task.goes-on", task.getUuid(), null);
        }
    }

    void assign(Task task, UUID colleague) {
        task.giveTo(accountOf(colleague));
        audit.record("task.assigned", task.getUuid(), colleague == null ? null : colleague.toString());
    }

    void share(Task task, UUID owner, UUID deputy) {
        if (owner != null && owner.equals(deputy)) {
            throw new InvalidInputException("task-own-deputy");
        }
        Long stands = accountOf(deputy);
        assign(task, owner);
        task.deputise(stands);
        if (owner != null) {
            task.belongTo(currentUser.requireOrganisation());
        }
    }

    void takeOver(Task task) {
        task.giveTo(currentUser.accountId());
        audit.record("task.taken-over", task.getUuid(), null);
    }

    void date(Task task, LocalDate day) {
        task.dateByHand(day);
        audit.record("task.dated", task.getUuid(), day.toString());
    }

    void follow(Task task, LocalDate day) {
        task.followOn(day);
        audit.record("task.follows", task.getUuid(), day.toString());
    }

    Long accountOf(UUID colleague) {
        return colleague == null ? null : colleagues.idOf(colleague);
    }
}
