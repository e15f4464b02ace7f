package nl.kring.crm.registry.merging;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A merge that is taken back.
 *
 * @param mergedId who becomes a person again
 * @param links the merge itself and those that led from its survivor to the root, in order
 * @param kinds what went along with it
 * @param given later facts that are the other's after all
 */
record Undoing(Long merge, Long mergedId, List<Long> links, Set<String> kinds, Collection<FactKey> given) {

    /** False when nothing of that kind goes anywhere. */
    boolean touches(String kind) {
        return kinds.contains(kind) || given.stream().anyMatch(key -> key.kind().equals(kind));
    }
}
