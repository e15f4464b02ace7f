package nl.kring.crm.attendance.delivery;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What came of the points of an edition: participants at registers, each counted for itself.
 *
 * @param open still to be delivered, blocked or rejected
 * @param delivered typed in, sent or accepted
 */
public record CreditsSoFar(int open, int delivered) implements Serializable {

    private static final Set<DeliveryState> OPEN =
            EnumSet.of(DeliveryState.READY, DeliveryState.BLOCKED, DeliveryState.REJECTED);
    private static final Set<DeliveryState> DELIVERED = EnumSet.of(DeliveryState.DELIVERED, DeliveryState.ACCEPTED);

    /** Whether the registers know who attended. */
    public enum State {
        NOT_NEEDED,
        TO_DELIVER,
        DELIVERED
    }

    static CreditsSoFar of(List<DeliveryLine> lines) {
        return new CreditsSoFar(count(lines, OPEN), count(lines, DELIVERED));
    }

    public State state() {
        return open > 0 ? State.TO_DELIVER : delivered > 0 ? State.DELIVERED : State.NOT_NEEDED;
    }

    private static int count(List<DeliveryLine> lines, Set<DeliveryState> states) {
        return (int)
                lines.stream().filter(line -> states.contains(line.state())).count();
    }
}
