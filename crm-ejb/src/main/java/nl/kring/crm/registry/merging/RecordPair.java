package nl.kring.crm.registry.merging;

import java.io.Serializable;

/** Two rows of registers that are of different persons, for good. The first has the lower number. */
public record RecordPair(long one, long other) implements Serializable {}
