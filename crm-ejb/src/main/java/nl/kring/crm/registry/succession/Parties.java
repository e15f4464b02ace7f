package nl.kring.crm.registry.succession;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.kring.crm.registry.organisation.Organisation;

/**
 * The organisations of a plan.
 *
 * @param chosen of a split, which row goes to which successor, by number
 */
record Parties(
        SuccessionPlan plan, List<Organisation> predecessors, List<Organisation> successors, Map<Long, Long> chosen) {

    List<Long> predecessorIds() {
        return predecessors.stream().map(Organisation::getId).toList();
    }

    List<Long> successorIds() {
        return successors.stream().map(Organisation::getId).toList();
    }

    List<Long> involvedIds() {
        return Stream.concat(predecessorIds().stream(), successorIds().stream()).toList();
    }

    boolean isSplit() {
        return plan.kind() == SuccessionKind.SPLIT;
    }

    /** Null is everything. Relations go along when there is one place to go to. */
    List<Long> chosenFor(Organisation successor, MovedTable table) {
        if (!isSplit()) {
            return null;
        }
        return MovedTable.RELATIONS.contains(table)
                ? List.of()
                : chosen.entrySet().stream()
                        .filter(each -> each.getValue().equals(successor.getId()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** A split leaves the old one open as long as somebody is left there. */
    boolean closing(EntityManager em) {
        return !isSplit()
                || MovedTable.PEOPLE.stream()
                        .allMatch(table -> new PeriodMover(em, table)
                                .affected(predecessorIds(), involvedIds(), plan.day(), null)
                                .isEmpty());
    }
}
