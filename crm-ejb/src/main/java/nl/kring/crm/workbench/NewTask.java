package nl.kring.crm.workbench;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something to do.
 *
 * @param title what; at most 200 characters
 * @param dueOn the last day; null when it does not matter
 * @param assignee the account of a colleague; null for whoever comes first
 * @param subjectKind what it is about, with {@code subjectUuid}; both null for nothing in particular
 */
public record NewTask(String title, LocalDate dueOn, UUID assignee, TaskSubject subjectKind, UUID subjectUuid)
        implements Serializable {}
