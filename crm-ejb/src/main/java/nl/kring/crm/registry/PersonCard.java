package nl.kring.crm.registry;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A person with everything that is said of him or her, as it was on a day.
 *
 * @param uuid of the survivor, when the one asked for was merged
 * @param version to hand in with an edit
 * @param asOf the day
 * @param formerNames what he or she was called before, the latest first
 * @param steward code of the participant that looks after the person; null when none does
 * @param confirmedAt when somebody last said that all of it is right; null when nobody did
 * @param fields every field in which something is said
 */
public record PersonCard(
        UUID uuid,
        long version,
        LocalDate asOf,
        String displayName,
        String titles,
        List<FormerName> formerNames,
        LocalDate birthDate,
        Gender gender,
        Profession profession,
        String workplace,
        String place,
        String municipality,
        String big,
        String agb,
        String email,
        boolean emailShared,
        String phone,
        String steward,
        Instant confirmedAt,
        List<FieldCard> fields)
        implements Serializable {

    /** A value that is shown, with the field that it stands in. */
    public record Shown(FieldCard in, Saying saying) implements Serializable {

        public PersonField field() {
            return in.field();
        }
    }

    /** What is said in one field; empty when nothing is. */
    public FieldCard field(PersonField field) {
        return fields.stream()
                .filter(each -> each.field() == field)
                .findFirst()
                .orElse(new FieldCard(field, List.of()));
    }

    /** Every profession that held, the first the one that lists show. */
    public List<Profession> professions() {
        return field(PersonField.PROFESSION).allShown().stream()
                .map(saying -> Profession.valueOf(saying.value()))
                .distinct()
                .toList();
    }

    public List<Shown> identifiers() {
        return fields.stream()
                .filter(field -> field.field().isIdentifier())
                .flatMap(field -> field.allShown().stream().map(saying -> new Shown(field, saying)))
                .toList();
    }

    /** How to reach somebody: what is shared, and what the reader's own organisation keeps to itself. */
    public List<Shown> contacts() {
        return Stream.of(PersonField.PHONE, PersonField.MOBILE, PersonField.EMAIL, PersonField.ADDRESS)
                .map(this::field)
                .flatMap(field -> Stream.concat(field.allShown().stream(), field.own().stream())
                        .map(saying -> new Shown(field, saying)))
                .toList();
    }

    /** In years on the day; null when the birth date is not known. */
    public Integer age() {
        return birthDate == null || birthDate.isAfter(asOf)
                ? null
                : Integer.valueOf(Period.between(birthDate, asOf).getYears());
    }
}
