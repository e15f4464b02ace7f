package nl.kring.crm.intake.matching;

import java.time.LocalDate;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.Profession;

/**
 * What one record of one register says that tells one person from another; null where it says nothing.
 *
 * @param register code of the register, and with the key what the record is known by
 * @param person whom the record belongs to already; null for one that is to be placed
 * @param big eleven digits, also when the check digit is wrong
 * @param number any other number that is given to one person
 * @param phone E.164, as are mobile numbers
 */
public record Claim(
        String register,
        String key,
        Long person,
        String birthName,
        String partnerName,
        String initials,
        String givenName,
        Gender gender,
        LocalDate birthDate,
        Profession profession,
        String big,
        String agb,
        String number,
        String practiceName,
        String practiceAgb,
        String street,
        String houseNumber,
        String postcode,
        String place,
        String phone,
        String mobile,
        String email) {

    /** The same, of somebody. */
    public Claim of(Long whom) {
        return new Claim(
                register,
                key,
                whom,
                birthName,
                partnerName,
                initials,
                givenName,
                gender,
                birthDate,
                profession,
                big,
                agb,
                number,
                practiceName,
                practiceAgb,
                street,
                houseNumber,
                postcode,
                place,
                phone,
                mobile,
                email);
    }
}
