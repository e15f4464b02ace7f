package nl.kring.crm.workbench;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** What is to be done, by when: too late, up to and including Sunday, and after that or whenever. */
public record TaskBoard(List<TaskLine> overdue, List<TaskLine> thisWeek, List<TaskLine> later) implements Serializable {

    static TaskBoard of(List<TaskLine> tasks, LocalDate today) {
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return new TaskBoard(
                tasks.stream()
                        .filter(task -> task.dueOn() != null && task.dueOn().isBefore(today))
                        .toList(),
                tasks.stream()
                        .filter(task -> task.dueOn() != null
                                && !task.dueOn().isBefore(today)
                                && !task.dueOn().isAfter(sunday))
                        .toList(),
                tasks.stream()
                        .filter(task -> task.dueOn() == null || task.dueOn().isAfter(sunday))
                        .toList());
    }

    public boolean isFree() {
        return overdue.isEmpty() && thisWeek.isEmpty() && later.isEmpty();
    }
}
