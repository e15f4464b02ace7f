package nl.kring.crm.registry;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A person with everything that is said of him or her.
 *
 * @param uuid of the survivor, when the one asked for was merged
 * @param version to hand in with a correction
 * @param fields every field in which something is said
 */
public record PersonCard(
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
        String phone,
        List<FieldCard> fields)
        implements Serializable {

    /** What is said in one field; empty when nothing is. */
    public FieldCard field(PersonField field) {
        return fields.stream()
                .filter(each -> each.field() == field)
                .findFirst()
                .orElse(new FieldCard(field, List.of()));
    }
}
