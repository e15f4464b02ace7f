package nl.kring.crm.intake;

import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.registry.provenance.KnownRecord;

/** What a row of a delivery or a stored record says, as matching wants to hear it. */
final class Claims {

    private Claims() {}

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
