package nl.kring.crm.registry.affiliation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.registry.Period;
import nl.kring.crm.registry.organisation.OrganisationKind;

/**
 * Who does what where, as a list or a card shows it.
 *
 * @param derived true as long as it follows from rows of registers
 * @param saidBy code of the participant that says it, or null
 * @param version to be given back with a change
 */
public record AffiliationLine(
        UUID uuid,
        UUID person,
        String personName,
        UUID organisation,
        String organisationName,
        OrganisationKind organisationKind,
        String place,
        AffiliationRole role,
        LocalDate validFrom,
        LocalDate validTo,
        BigDecimal fte,
        boolean main,
        UUID replaces,
        String replacesName,
        boolean derived,
        String saidBy,
        String reason,
        long version)
        implements Serializable {

    public Period period() {
        return new Period(validFrom, validTo);
    }
}
