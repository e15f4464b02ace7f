package nl.kring.crm.communication;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.TaskSubject;

/**
 * Somebody was spoken to.
 *
 * @param with whether with a person or with an organisation, whose uuid is {@code uuid}
 * @param happenedAt null for now
 * @param note what was said; at most 2,000 characters
 * @param followUp what is to be done about it, or null; what it is about is filled in
 */
public record NewContactMoment(
        TaskSubject with, UUID uuid, ContactKind kind, Instant happenedAt, String note, NewTask followUp)
        implements Serializable {}
