package nl.kring.crm.workbench;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.platform.InvalidInputException;

/**
 * Where a page of tasks ended: the day and the number of its last row.
 *
 * @param dueOn null when it is due whenever
 */
record TaskCursor(LocalDate dueOn, long id) {

    static String after(TaskLine last) {
        return (last.dueOn() == null ? "" : last.dueOn()) + "_" + last.id();
    }

    /**
     * Null for no cursor.
     *
     * @throws InvalidInputException it is none of ours
     */
    static TaskCursor parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        List<String> parts = List.of(text.split("_", -1));
        try {
            if (parts.size() == 2 && parts.get(1).length() < 19) {
                String day = parts.get(0);
                return new TaskCursor(day.isEmpty() ? null : parsed(day), Long.parseLong(parts.get(1)));
            }
        } catch (DateTimeException | NumberFormatException notOurs) {
            throw new InvalidInputException("task-cursor");
        }
        throw new InvalidInputException("task-cursor");
    }

    private static LocalDate parsed(String day) {
        if (day.length() != 10) {
            throw new InvalidInputException("task-cursor");
        }
        return LocalDate.parse(day);
    }

    /** What comes after it in the order of day and number. */
    String condition() {
        return dueOn == null
                ? " and t.dueOn is null and t.id > :afterId"
                : " and (t.dueOn > :afterDay or t.dueOn = :afterDay and t.id > :afterId or t.dueOn is null)";
    }
}
