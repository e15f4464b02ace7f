package nl.kring.crm.evaluation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What came of an evaluation. Without questions as long as fewer than {@link #FEWEST} answered.
 *
 * @param dueOn the last day to answer; null when nobody was asked yet
 * @param condensed whether it is so long ago that only numbers are left
 */
public record EvaluationResults(
        UUID edition,
        String title,
        String organiser,
        LocalDate heldOn,
        LocalDate dueOn,
        boolean closed,
        boolean condensed,
        int invited,
        int answered,
        List<QuestionResult> questions)
        implements Serializable {

    /** With fewer answers nobody sees what was answered: somebody might be recognised. */
    public static final int FEWEST = 5;

    EvaluationResults with(List<QuestionResult> told) {
        return new EvaluationResults(
                edition, title, organiser, heldOn, dueOn, closed, condensed, invited, answered, told);
    }

    /**
     * Whether it is told: when nobody can answer any more, and enough did. Before that, what one more answer changes would say what
     * it was.
     */
    public boolean isEnough() {
        return closed && answered >= FEWEST;
    }

    /**
     * What was answered to one question, about one teacher or session where it is asked for each.
     *
     * @param average of a mark or a degree; null for others
     * @param times how often each of the answers was given, in the order of the scale or of the options
     * @param words what was written, in no order
     */
    public record QuestionResult(
            QuestionForm question, String about, int answers, BigDecimal average, List<Times> times, List<String> words)
            implements Serializable {}

    /**
     * How often an answer was given.
     *
     * @param label the number, or the option
     */
    public record Times(String label, int times) implements Serializable {}
}
