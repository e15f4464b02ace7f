package nl.kring.crm.communication;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A contact moment on a card.
 *
 * @param version for correcting it
 * @param by the name of who wrote it down
 * @param task what is to be done about it, with its day and who does it; null when nothing is
 * @param taskDone whether that was done
 */
public record ContactLine(
        UUID uuid,
        long version,
        ContactKind kind,
        Instant happenedAt,
        String note,
        String by,
        UUID task,
        LocalDate taskDueOn,
        String taskAssignee,
        boolean taskDone)
        implements Serializable {}
