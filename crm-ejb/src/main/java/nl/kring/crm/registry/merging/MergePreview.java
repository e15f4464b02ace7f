package nl.kring.crm.registry.merging;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * What a merge would do.
 *
 * @param survivor who would stay
 * @param merged who would go into the survivor
 * @param moved how many rows of each kind would go along
 * @param collisions what could not both be right, by kind
 * @param divided somebody said that they are not the same
 * @param mine the caller may merge them; else it is to be proposed
 */
public record MergePreview(
        UUID survivor, UUID merged, List<Count> moved, List<Count> collisions, boolean divided, boolean mine)
        implements Serializable {

    public record Count(String kind, long count) implements Serializable {}
}
