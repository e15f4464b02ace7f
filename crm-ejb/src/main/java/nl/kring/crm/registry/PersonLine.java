package nl.kring.crm.registry;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * A person in a list.
 *
 * @param registers codes of the registers that have a row of the person
 */
public record PersonLine(
        UUID uuid,
        String displayName,
        Profession profession,
        String workplace,
        String place,
        String municipality,
        String big,
        String agb,
        List<String> registers)
        implements Serializable {}
