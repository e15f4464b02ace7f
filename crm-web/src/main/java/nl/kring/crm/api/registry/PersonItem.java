package nl.kring.crm.api.registry;

import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.PersonLine;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/** A person in a list of the API. Role and workplace are those of the reference date. */
public record PersonItem(
        UUID uuid,
        String displayName,
        Profession profession,
        AffiliationRole role,
        String workplace,
        String place,
        String municipality,
        String big,
        String agb,
        List<String> registers) {

    static PersonItem of(PersonLine line) {
        return new PersonItem(
                line.uuid(),
                line.displayName(),
                line.profession(),
                line.role(),
                line.workplace(),
                line.place(),
                line.municipality(),
                line.big(),
                line.agb(),
                line.registers());
    }
}
