package nl.kring.crm.attendance.closing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.registry.Profession;

/**
 * An edition after the evening: what is open, by participant.
 *
 * @param over whether its last session has ended
 * @param steps that somebody answers for, in their order
 * @param closings each time that it was closed, the last first
 */
public record ClosingSheet(
        UUID edition,
        String title,
        Instant startsAt,
        Instant endsAt,
        EditionState state,
        boolean over,
        List<ClosingStep> steps,
        List<Row> rows,
        List<Closing> closings)
        implements Serializable {

    /** One participant, by step. */
    public record Row(
            UUID enrolment, UUID person, String name, Profession profession, Map<ClosingStep, StepState> states)
            implements Serializable {

        public boolean isOpen() {
            return states.values().stream().anyMatch(StepState::isOpen);
        }

        public StepState of(ClosingStep step) {
            return states.get(step);
        }
    }

    /**
     * One time that it was closed.
     *
     * @param leftUndone how many steps were open then
     * @param because why it was closed all the same, or null
     * @param reopenedAt null when it is closed still
     */
    public record Closing(
            Instant closedAt, String closedBy, int leftUndone, String because, Instant reopenedAt, String reason)
            implements Serializable {}

    public boolean isClosed() {
        return state == EditionState.ARCHIVED;
    }

    /** How often a step is open. */
    public long open(ClosingStep step) {
        return rows.stream().filter(row -> row.of(step).isOpen()).count();
    }

    /** How many steps of all participants are open. */
    public int open() {
        return (int) rows.stream()
                .flatMap(row -> row.states().values().stream())
                .filter(StepState::isOpen)
                .count();
    }
}
