package nl.kring.crm.workbench;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something to do that another component lays down.
 *
 * @param assigneeId the account of who does it; null for whoever comes first
 * @param deputyId the account of who does it while that one is away, or null
 * @param about what the subject is called in a list
 * @param action code of what is to be done with the subject, and so of the page that does it; null for none
 */
public record PlannedTask(
        Long organisationId,
        String title,
        LocalDate dueOn,
        Long assigneeId,
        Long deputyId,
        TaskSubject subjectKind,
        UUID subjectUuid,
        String about,
        String action) {}
