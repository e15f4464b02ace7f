package nl.kring.crm.registry.provenance;

import java.time.LocalDate;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.Profession;

/**
 * What a stored record says that tells one person from another; null where it says nothing.
 *
 * @param registerCode {@link #BY_HAND} for what people typed in about the person, all taken together
 * @param sourceKey the register's own key; of what was typed in the person's UUID
 */
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
        Profession profession,
        String big,
        String agb,
        String practiceName,
        String practiceAgb,
        String street,
        String houseNumber,
        String postcode,
        String place,
        String phone,
        String mobile,
        String email) {

    /** No register is called so. */
    public static final String BY_HAND = "";
}
