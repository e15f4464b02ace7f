package nl.kring.crm.registry.affiliation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.registry.Period;

/**
 * Somebody is away; never why.
 *
 * @param coveredBy who stands in, or null
 * @param version to be given back with a change
 */
public record AbsenceLine(
        UUID uuid,
        UUID person,
        LocalDate validFrom,
        LocalDate validTo,
        UUID coveredBy,
        String coveredByName,
        long version)
        implements Serializable {

    public Period period() {
        return new Period(validFrom, validTo);
    }
}
