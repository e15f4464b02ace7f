package nl.kring.crm.agenda.course;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A copying that was done.
 *
 * @param editions how many of those that it made are still there
 * @param undoable all of them are still drafts in which nobody ever enrolled
 */
public record YearCopyLine(UUID uuid, int fromYear, Instant madeAt, int editions, boolean undoable)
        implements Serializable {}
