package nl.kring.crm.agenda.checklist;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.workbench.TaskOutcome;

/**
 * A step of an edition's checklist as it is shown.
 *
 * @param uuid of the task
 * @param dueByHand whether somebody set the day, so that it stays when the edition moves
 * @param outcome how it ended, with when, by whom and why; all null while it is open
 * @param waitingSince since when others have to do something first, or null
 */
public record StepLine(
        UUID uuid,
        String title,
        StepAction action,
        StepMoment moment,
        int days,
        LocalDate dueOn,
        boolean dueByHand,
        UUID owner,
        String ownerName,
        UUID deputy,
        String deputyName,
        TaskOutcome outcome,
        String reason,
        Instant endedAt,
        String endedBy,
        Instant waitingSince)
        implements Serializable {

    /** There is something to do still. */
    public boolean isOpen() {
        return outcome == null;
    }
}
