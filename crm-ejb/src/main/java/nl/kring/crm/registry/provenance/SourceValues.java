package nl.kring.crm.registry.provenance;

import java.time.LocalDate;
import nl.kring.crm.registry.AgbCode;
import nl.kring.crm.registry.BigNumber;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.NameUsage;
import nl.kring.crm.registry.Postcode;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/** What one row of a register says of somebody, typed; null where it says nothing. Phone numbers are E.164. */
public record SourceValues(
        String birthName,
        String birthPrefix,
        String partnerName,
        String partnerPrefix,
        NameUsage nameUsage,
        String initials,
        String givenName,
        Gender gender,
        LocalDate birthDate,
        Profession profession,
        BigNumber big,
        AgbCode agb,
        String practiceName,
        AgbCode practiceAgb,
        String street,
        String houseNumber,
        String houseSuffix,
        Postcode postcode,
        String place,
        String phone,
        String mobile,
        String email,
        LocalDate validFrom,
        LocalDate validTo,
        AffiliationRole role) {}
