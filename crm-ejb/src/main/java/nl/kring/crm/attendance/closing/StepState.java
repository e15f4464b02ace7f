package nl.kring.crm.attendance.closing;

import java.io.Serializable;
import java.util.Objects;

/**
 * How one step is for one participant.
 *
 * @param code what to say of it, the last part of a text {@code attendance.closing.<step>.<code>} with the step in lower case;
 *     null when the state says all
 * @param target the page that does it, from the first slash on ({@code /attendance/take-attendance.xhtml?id=…}); null for none
 */
public record StepState(State state, String code, String target) implements Serializable {

    /** How far it is. */
    public enum State {
        DONE,
        /** Nothing has to be done for this participant; it keeps nobody from closing. */
        NOT_APPLICABLE,
        /** Somebody has to do it, on the target. */
        OPEN,
        /** It cannot be done yet; it keeps nobody from closing either, for it goes by itself or comes back as a task. */
        TOO_EARLY
    }

    public static final StepState DONE = new StepState(State.DONE, null, null);

    public StepState {
        Objects.requireNonNull(state);
        if (state == State.OPEN && code == null) {
            throw new IllegalArgumentException("What is open says what it is that is open");
        }
        if (target != null && !target.startsWith("/")) {
            throw new IllegalArgumentException("Not a page of the product: " + target);
        }
    }

    public static StepState done(String code) {
        return new StepState(State.DONE, code, null);
    }

    public static StepState notApplicable(String code) {
        return new StepState(State.NOT_APPLICABLE, code, null);
    }

    public static StepState open(String code, String target) {
        return new StepState(State.OPEN, code, target);
    }

    public static StepState tooEarly(String code) {
        return new StepState(State.TOO_EARLY, code, null);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
