package nl.kring.crm.registry.affiliation;

import java.util.List;
import java.util.UUID;

/**
 * What one act came to.
 *
 * @param uuid to undo it as a whole
 * @param begun what it made, in order
 */
public record Change(UUID uuid, List<UUID> begun) {

    public Change {
        begun = List.copyOf(begun);
    }
}
