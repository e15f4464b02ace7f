package nl.kring.crm.workbench;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is to be done: too late, up to and including Sunday, after that or whenever, when others have done their part, and
 * what lies there because a colleague is away.
 *
 * @param next cursor of what comes after these, null at the end
 */
public record TaskBoard(
        List<TaskLine> overdue,
        List<TaskLine> thisWeek,
        List<TaskLine> later,
        List<TaskLine> waiting,
        List<TaskLine> toTakeOver,
        String next)
        implements Serializable {

    /** Each task in one of the lists, in their order; one's own is never to be taken over. */
    static TaskBoard of(List<TaskLine> tasks, LocalDate today, UUID reader, String next) {
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        TaskBoard board = new TaskBoard(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), next);
        for (TaskLine task : tasks) {
            board.place(task, today, sunday, reader).add(task);
        }
        return board;
    }

    private List<TaskLine> place(TaskLine task, LocalDate today, LocalDate sunday, UUID reader) {
        if (task.awayUntil() != null && !task.assignee().equals(reader)) {
            return toTakeOver;
        }
        if (task.waitingSince() != null) {
            return waiting;
        }
        if (task.dueOn() == null || task.dueOn().isAfter(sunday)) {
            return later;
        }
        return task.dueOn().isBefore(today) ? overdue : thisWeek;
    }

    /** Nothing to do oneself; others may have. */
    public boolean isFree() {
        return overdue.isEmpty() && thisWeek.isEmpty() && later.isEmpty() && toTakeOver.isEmpty();
    }
}
