package nl.kring.crm.registry;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/**
 * A person in a list. Role and workplace are those of the reference date.
 *
 * @param registers codes of the registers that have a row of the person
 * @param cells what stands in the columns that were asked for, in their order; null where there is nothing
 */
public record PersonLine(
        UUID uuid,
        String displayName,
        Profession profession,
        AffiliationRole role,
        String workplace,
        String place,
        String municipality,
        String big,
        String agb,
        List<String> registers,
        List<String> cells)
        implements Serializable {}
