package nl.kring.crm.workbench;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A task in a list.
 *
 * @param assignee the account of who does it, with his or her name; null for whoever comes first
 */
public record TaskLine(
        UUID uuid,
        String title,
        LocalDate dueOn,
        TaskSubject subjectKind,
        UUID subjectUuid,
        UUID assignee,
        String assigneeName)
        implements Serializable {}
