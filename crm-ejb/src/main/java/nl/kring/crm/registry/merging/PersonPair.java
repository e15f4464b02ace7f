package nl.kring.crm.registry.merging;

import java.io.Serializable;
import java.util.UUID;

/**
 * Two that were found to be one.
 *
 * @param score the weight of this pair; null for none
 */
public record PersonPair(UUID one, UUID other, Double score) implements Serializable {}
