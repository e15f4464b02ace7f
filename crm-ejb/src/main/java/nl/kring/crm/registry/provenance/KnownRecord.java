package nl.kring.crm.registry.provenance;

import java.time.LocalDate;
import nl.kring.crm.registry.Gender;

/** What a stored record says that tells one person from another. */
public record KnownRecord(
        Long personId,
        String registerCode,
        String sourceKey,
        String birthName,
        String partnerName,
        String initials,
        String givenName,
        Gender gender,
        LocalDate birthDate,
        String big,
        String agb) {}
