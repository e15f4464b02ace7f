package nl.kring.crm.attendance.delivery;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An edition that is still to come, of which deliveries would fail.
 *
 * @param problems what stands in the way, register by register
 */
public record BlockedEdition(UUID edition, String title, Instant startsAt, Instant endsAt, List<Problem> problems)
        implements Serializable {

    /** One thing that stands in the way at one register, and of how many participants. */
    public record Problem(String schemeName, DeliveryReason reason, int participants) implements Serializable {}

    /** How many deliveries are blocked; who is blocked at two registers counts twice. */
    public int blocked() {
        return problems.stream().mapToInt(Problem::participants).sum();
    }
}
