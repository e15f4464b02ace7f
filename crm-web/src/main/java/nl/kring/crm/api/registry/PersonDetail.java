package nl.kring.crm.api.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.Profession;

/**
 * What is shown of one person.
 *
 * @param uuid of the survivor, when the one asked for was merged
 * @param asOf the day that it is shown for
 * @param steward code of the participant that looks after the person
 * @param confirmedAt when somebody last said that all of it is right
 */
public record PersonDetail(
        UUID uuid,
        long version,
        LocalDate asOf,
        String displayName,
        String titles,
        List<Former> formerNames,
        LocalDate birthDate,
        Gender gender,
        Profession profession,
        List<Profession> professions,
        String workplace,
        String place,
        String municipality,
        String big,
        String agb,
        List<Identifier> identifiers,
        String email,
        boolean emailShared,
        String phone,
        String steward,
        Instant confirmedAt) {

    /** What the person was called up to and including a day. */
    public record Former(String name, LocalDate until) {}

    /**
     * A number of the person in a register.
     *
     * @param field big, agb, kvk or registerNumber
     * @param register code of the quality register; null for other numbers
     * @param overrideReason why it is kept though it fails its check; null when it passes
     */
    public record Identifier(
            String field,
            String register,
            String value,
            LocalDate validFrom,
            LocalDate validTo,
            String overrideReason) {

        static Identifier of(PersonCard.Shown shown) {
            return new Identifier(
                    shown.field().code(),
                    shown.saying().qualifier(),
                    shown.saying().value(),
                    shown.saying().held().validFrom(),
                    shown.saying().held().validTo(),
                    shown.saying().overrideReason());
        }
    }

    static PersonDetail of(PersonCard card) {
        return new PersonDetail(
                card.uuid(),
                card.version(),
                card.asOf(),
                card.displayName(),
                card.titles(),
                card.formerNames().stream()
                        .map(former -> new Former(former.name(), former.until()))
                        .toList(),
                card.birthDate(),
                card.gender(),
                card.profession(),
                card.professions(),
                card.workplace(),
                card.place(),
                card.municipality(),
                card.big(),
                card.agb(),
                card.identifiers().stream().map(Identifier::of).toList(),
                card.email(),
                card.emailShared(),
                card.phone(),
                card.steward(),
                card.confirmedAt());
    }
}
