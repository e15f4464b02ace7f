package nl.kring.crm.intake;

import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.registry.provenance.KnownRecord;
import nl.kring.crm.registry.provenance.SourceValues;

/** What a row or a stored record says, as matching wants to hear it. */
final class Claims {

    private Claims() {}

    /** A row that is to be placed; with a person when the register named him or her before. */
    static Claim of(String register, TypedRow row, Long person) {
        SourceValues values = row.values();
        return new Claim(
                register,
                row.key(),
                person,
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

    static Claim of(KnownRecord known) {
        return new Claim(
                known.registerCode(),
                known.sourceKey(),
                known.personId(),
                known.birthName(),
                known.partnerName(),
                known.initials(),
                known.givenName(),
                known.gender(),
                known.birthDate(),
                known.profession(),
                known.big(),
                known.agb(),
                null,
                known.practiceName(),
                known.practiceAgb(),
                known.street(),
                known.houseNumber(),
                known.postcode(),
                known.place(),
                known.phone(),
                known.mobile(),
                known.email());
    }
}
