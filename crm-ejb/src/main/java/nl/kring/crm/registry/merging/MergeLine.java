package nl.kring.crm.registry.merging;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * One merge in the story of a person.
 *
 * @param merged the name of who was merged
 * @param by code of the organisation; null for the platform
 * @param score the weight that it rested on; null by hand
 * @param undoneAt when it was taken back; null when it stands
 * @param openCollisions how many still wait for a decision
 */
public record MergeLine(
        UUID uuid,
        MergeReason.How how,
        String survivor,
        String merged,
        String by,
        String reason,
        Double score,
        String modelVersion,
        Instant mergedAt,
        Instant undoneAt,
        String undoneReason,
        long openCollisions)
        implements Serializable {}
