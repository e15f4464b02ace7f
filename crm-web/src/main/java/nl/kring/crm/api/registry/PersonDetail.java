package nl.kring.crm.api.registry;

import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.Profession;

/**
 * What is shown of one person.
 *
 * @param uuid of the survivor, when the one asked for was merged
 */
public record PersonDetail(
        UUID uuid,
        long version,
        String displayName,
        LocalDate birthDate,
        Gender gender,
        Profession profession,
        String workplace,
        String place,
        String municipality,
        String big,
        String agb,
        String email,
        String phone) {

    static PersonDetail of(PersonCard card) {
        return new PersonDetail(
                card.uuid(),
                card.version(),
                card.displayName(),
                card.birthDate(),
                card.gender(),
                card.profession(),
                card.workplace(),
                card.place(),
                card.municipality(),
                card.big(),
                card.agb(),
                card.email(),
                card.phone());
    }
}
