package nl.kring.crm.workbench;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A task in a list.
 *
 * @param about what the subject is called, where the task knows
 * @param action code of what is to be done with the subject; null for nothing in particular
 * @param assignee the account of who does it, with his or her name; null for whoever comes first
 * @param awayUntil the last day of who does it being away; null when there
 * @param waitingSince since when others have to do something first, or null
 */
public record TaskLine(
        Long id,
        UUID uuid,
        String title,
        String about,
        LocalDate dueOn,
        TaskSubject subjectKind,
        UUID subjectUuid,
        String action,
        UUID assignee,
        String assigneeName,
        LocalDate awayUntil,
        Instant waitingSince)
        implements Serializable {}
