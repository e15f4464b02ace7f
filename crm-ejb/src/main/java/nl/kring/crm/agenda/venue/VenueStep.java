package nl.kring.crm.agenda.venue;

import java.util.EnumSet;
import java.util.Set;

/** A step with a venue: from which states, to which one. The table, with what is refused, stands in docs/domain.md. */
public enum VenueStep {
    GIVE_OPTION(VenueState.OPTION, VenueState.REQUESTED, VenueState.OPTION),
    CONFIRM(VenueState.CONFIRMED, VenueState.REQUESTED, VenueState.OPTION),
    DECLINE(VenueState.DECLINED, VenueState.REQUESTED, VenueState.OPTION),
    CANCEL(VenueState.CANCELLED, VenueState.REQUESTED, VenueState.OPTION, VenueState.CONFIRMED),
    /** For other times, or after all. */
    ASK_AGAIN(
            VenueState.REQUESTED,
            VenueState.REQUESTED,
            VenueState.OPTION,
            VenueState.CONFIRMED,
            VenueState.DECLINED,
            VenueState.CANCELLED);

    private final VenueState to;
    private final Set<VenueState> from;

    VenueStep(VenueState to, VenueState first, VenueState... others) {
        this.to = to;
        this.from = EnumSet.of(first, others);
    }

    VenueState to() {
        return to;
    }

    /**
     * The code of the reason why it cannot be taken, or null when it can.
     *
     * @param toDo what an edition that moved or was cancelled has left to do, or null
     */
    String refusal(VenueState state, VenueToDo toDo) {
        if (!from.contains(state)) {
            return switch (state) {
                case REQUESTED -> "venue-state-requested";
                case OPTION -> "venue-state-option";
                case CONFIRMED -> "venue-state-confirmed";
                case DECLINED -> "venue-state-declined";
                case CANCELLED -> "venue-state-cancelled";
            };
        }
        if (toDo == VenueToDo.CALL_OFF && this != CANCEL && this != DECLINE) {
            return "venue-edition-cancelled";
        }
        return toDo == VenueToDo.ASK_AGAIN && (this == CONFIRM || this == GIVE_OPTION) ? "venue-edition-moved" : null;
    }
}
