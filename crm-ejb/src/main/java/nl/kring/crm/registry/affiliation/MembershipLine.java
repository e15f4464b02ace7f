package nl.kring.crm.registry.affiliation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.registry.Period;
import nl.kring.crm.registry.organisation.OrganisationKind;

/**
 * Who belongs to what, as a list or a card shows it.
 *
 * @param holder the person or the organisation that holds it
 * @param heldByPerson which of the two it is
 * @param derived true as long as it follows from rows of registers
 * @param saidBy code of the participant that says it, or null
 * @param version to be given back with a change
 */
public record MembershipLine(
        UUID uuid,
        UUID holder,
        String holderName,
        boolean heldByPerson,
        UUID organisation,
        String organisationName,
        OrganisationKind organisationKind,
        MembershipKind kind,
        String number,
        LocalDate validFrom,
        LocalDate validTo,
        boolean derived,
        String saidBy,
        long version)
        implements Serializable {

    public Period period() {
        return new Period(validFrom, validTo);
    }
}
