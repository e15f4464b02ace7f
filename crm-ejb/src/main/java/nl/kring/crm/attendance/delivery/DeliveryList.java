package nl.kring.crm.attendance.delivery;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The participants of an edition at the registers.
 *
 * @param paste every participant once, whatever the profession, one number a line, as PE-online takes them
 * @param testMode whether the web service only tries
 */
public record DeliveryList(
        UUID edition,
        String title,
        Instant startsAt,
        Instant endsAt,
        List<RegisterLine> registers,
        List<DeliveryLine> lines,
        List<String> paste,
        List<BatchLine> batches,
        boolean testMode)
        implements Serializable {

    /** A question to PE-online that was not answered well. */
    public record BatchLine(UUID uuid, String organisation, String state, String failure, int rows, Instant at)
            implements Serializable {

        /** Whether it was asked in vain, and will be asked again by itself. */
        public boolean asked() {
            return state.equals("WAITING") && failure != null;
        }
    }

    public int due() {
        return (int) lines.stream().filter(DeliveryLine::isDue).count();
    }

    public int blocked() {
        return (int) lines.stream()
                .filter(line -> line.state() == DeliveryState.BLOCKED)
                .count();
    }
}
