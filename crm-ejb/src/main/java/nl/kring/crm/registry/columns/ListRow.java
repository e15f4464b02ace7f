package nl.kring.crm.registry.columns;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * A person in the list.
 *
 * @param values what stands in the own columns, by column; what is empty is not there
 */
public record ListRow(
        UUID person, String name, Profession profession, String workplace, String place, Map<UUID, String> values)
        implements Serializable {}
