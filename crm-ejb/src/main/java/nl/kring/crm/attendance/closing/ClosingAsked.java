package nl.kring.crm.attendance.closing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A question: how far is each step for the participants of an edition? Fired as a CDI event, inside the caller's transaction,
 * after the caller was found to be allowed to close the edition. Who owns a step observes it and answers for all participants at
 * once, from one query, however many there are. A step that nobody answers for is not there; who is not in an answer has nothing
 * to do with that step.
 *
 * <pre>{@code
 * void tell(@Observes ClosingAsked asked) {
 *     asked.answer(ClosingStep.EVALUATION, states of asked.editionId() by the UUID of the enrolment);
 * }
 * }</pre>
 */
public final class ClosingAsked {

    private final Long editionId;
    private final UUID edition;
    private final Instant at;
    private final List<UUID> enrolments;
    private final Map<UUID, Long> ids;
    private final Map<ClosingStep, Map<UUID, StepState>> answers = new EnumMap<>(ClosingStep.class);

    /**
     * A question about an edition.
     *
     * @param participants the number of each enrolment with a seat by its UUID, in the order of the page
     * @param at the moment of asking
     */
    public ClosingAsked(Long editionId, UUID edition, Map<UUID, Long> participants, Instant at) {
        this.editionId = Objects.requireNonNull(editionId);
        this.edition = Objects.requireNonNull(edition);
        this.at = Objects.requireNonNull(at);
        this.enrolments = List.copyOf(participants.keySet());
        this.ids = Map.copyOf(participants);
    }

    public Long editionId() {
        return editionId;
    }

    public UUID edition() {
        return edition;
    }

    public Instant at() {
        return at;
    }

    /** The enrolments that are asked about. */
    public List<UUID> enrolments() {
        return enrolments;
    }

    /** Their numbers, by UUID. */
    public Map<UUID, Long> ids() {
        return ids;
    }

    /**
     * Answers for a step; of enrolments that were not asked about nothing is kept. Of two answers about one participant the one
     * that is open counts, so that no owner hides what another has to do.
     */
    public void answer(ClosingStep step, Map<UUID, StepState> states) {
        Map<UUID, StepState> known = answers.computeIfAbsent(step, first -> new HashMap<>());
        states.forEach((enrolment, state) -> {
            if (ids.containsKey(enrolment)) {
                known.merge(enrolment, state, (one, other) -> one.isOpen() ? one : other);
            }
        });
    }

    /** The steps that somebody answered for, in their order. */
    public Set<ClosingStep> steps() {
        Set<ClosingStep> steps = EnumSet.noneOf(ClosingStep.class);
        steps.addAll(answers.keySet());
        return steps;
    }

    /** How a step is for a participant. */
    public StepState of(ClosingStep step, UUID enrolment) {
        return answers.getOrDefault(step, Map.of()).getOrDefault(enrolment, StepState.notApplicable(null));
    }
}
