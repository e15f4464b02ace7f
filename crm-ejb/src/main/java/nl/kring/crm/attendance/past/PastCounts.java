package nl.kring.crm.attendance.past;

import java.io.Serializable;
import java.util.Map;

/**
 * How many rows of a file end in which way, and of how many things they tell.
 *
 * @param newCourses courses that would come, or came
 * @param newEditions the same of editions
 * @param doubts persons about whom people have to decide
 */
public record PastCounts(Map<PastOutcome, Integer> rows, int newCourses, int newEditions, int doubts)
        implements Serializable {

    public int of(PastOutcome outcome) {
        return rows.getOrDefault(outcome, 0);
    }
}
