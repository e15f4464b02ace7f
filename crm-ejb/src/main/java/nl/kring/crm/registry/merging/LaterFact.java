package nl.kring.crm.registry.merging;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that was added after a merge, of which somebody has to say whose it is.
 *
 * @param told what it says, in words of the row itself
 */
public record LaterFact(FactKey key, String told, Instant since) implements Serializable {}
