package nl.kring.crm.registry.lists;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** A line as it was shown; null cells were empty. */
public record FrozenLine(UUID subject, List<String> cells) implements Serializable {}
