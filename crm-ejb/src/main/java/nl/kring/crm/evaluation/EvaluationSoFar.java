package nl.kring.crm.evaluation;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * How far the evaluation of an edition is; it goes by itself.
 *
 * @param dueOn the last day to answer; null when nobody was asked
 */
public record EvaluationSoFar(State state, LocalDate dueOn) implements Serializable {

    /** Whether participants were asked what they thought of it. */
    public enum State {
        /** Nothing is asked of this course, or it was cancelled. */
        NOT_NEEDED,
        TO_SEND,
        /** Nobody was recorded as present while there was time to ask. */
        NOT_SENT,
        SENT,
        FINISHED
    }
}
