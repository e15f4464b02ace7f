package nl.kring.crm.intake;

import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.registry.provenance.SourceValues;

/** What a row or a stored record says, as matching wants to hear it. */
final class Claims {

    private Claims() {}

    static Claim of(String register, TypedRow row) {
        SourceValues values = row.values();
        return new Claim(
                register,
                row.key(),
                null,
                values.birthName(),
                values.partnerName(),
                values.initials(),
                values.givenName(),
                values.gender(),
                values.birthDate(),
                values.profession(),
                values.big() == null ? null : values.big().digits(),
                values.agb() == null ? null : values.agb().digits(),
                null,
                values.practiceName(),
                values.practiceAgb() == null ? null : values.practiceAgb().digits(),
                values.street(),
                values.houseNumber(),
                values.postcode() == null ? null : values.postcode().toString(),
                values.place(),
                values.phone(),
                values.mobile(),
                values.email());
    }
}
