package nl.kring.crm.registry.succession;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is to happen on a day.
 *
 * @param predecessors who ends; of a split the one that is shared
 * @param successors who goes on; more than one only of a split
 * @param day the first day of the new state; the day before is the last of the old
 * @param chosen of a split, which affiliation or membership goes to which successor; what is not chosen stays
 */
public record SuccessionPlan(
        SuccessionKind kind,
        List<UUID> predecessors,
        List<UUID> successors,
        LocalDate day,
        String reason,
        Map<UUID, UUID> chosen) {

    /** A takeover or merger: everything goes to one. */
    public static SuccessionPlan of(
            SuccessionKind kind, List<UUID> predecessors, UUID successor, LocalDate day, String reason) {
        return new SuccessionPlan(kind, predecessors, List.of(successor), day, reason, Map.of());
    }
}
