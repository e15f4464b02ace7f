package nl.kring.crm.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a column of a register can mean, by the names of the API. */
public enum TargetField {
    SOURCE_KEY("sourceKey", null),
    FULL_NAME("fullName", null),
    BIRTH_NAME("birthName", "birthName"),
    BIRTH_PREFIX("birthPrefix", "birthName"),
    PARTNER_NAME("partnerName", "partnerName"),
    PARTNER_PREFIX("partnerPrefix", "partnerName"),
    NAME_USAGE("nameUsage", "nameUsage"),
    INITIALS("initials", "initials"),
    GIVEN_NAME("givenName", "givenName"),
    GENDER("gender", "gender"),
    BIRTH_DATE("birthDate", "birthDate"),
    PROFESSION("profession", "profession"),
    BIG("big", "big"),
    AGB("agb", "agb"),
    PRACTICE_NAME("practiceName", "workplace"),
    PRACTICE_AGB("practiceAgb", null),
    STREET("street", "address"),
    HOUSE_NUMBER("houseNumber", "address"),
    HOUSE_SUFFIX("houseSuffix", "address"),
    ADDRESS("address", "address"),
    POSTCODE("postcode", "address"),
    PLACE("place", "address"),
    PHONE("phone", "phone"),
    MOBILE("mobile", "mobile"),
    EMAIL("email", "email"),
    IDENTIFIER("identifier", null),
    VALID_FROM("validFrom", null),
    VALID_TO("validTo", null),
    IGNORE("ignore", null);

    private final String word;
    private final String said;

    TargetField(String word, String said) {
        this.word = word;
        this.said = said;
    }

    /** As it is called in a mapping. */
    public String word() {
        return word;
    }

    /** The statement that it becomes part of; empty when it becomes none. */
    Optional<String> said() {
        return Optional.ofNullable(said);
    }

    /** True for ways to reach somebody. */
    boolean isContact() {
        return said != null && List.of("address", "phone", "mobile", "email").contains(said);
    }

    static Optional<TargetField> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word.equalsIgnoreCase(word == null ? "" : word.strip()))
                .findFirst();
    }
}
