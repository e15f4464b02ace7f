package nl.kring.crm.registry;

import java.util.Arrays;
import nl.kring.crm.platform.InvalidInputException;

/** What can be said of a person, by the names that statements and the API use. */
public enum PersonField {
    BIRTH_NAME("birthName"),
    PARTNER_NAME("partnerName"),
    NAME_USAGE("nameUsage"),
    INITIALS("initials"),
    GIVEN_NAME("givenName"),
    GENDER("gender"),
    BIRTH_DATE("birthDate"),
    PROFESSION("profession"),
    BIG("big"),
    AGB("agb"),
    WORKPLACE("workplace"),
    ADDRESS("address"),
    PHONE("phone"),
    MOBILE("mobile"),
    EMAIL("email");

    private final String code;

    PersonField(String code) {
        this.code = code;
    }

    /** The field's name in statements, texts and the API. */
    public String code() {
        return code;
    }

    /** True for surnames, which may have a prefix like van der. */
    public boolean hasPrefix() {
        return this == BIRTH_NAME || this == PARTNER_NAME;
    }

    /** True for what stays with the organisation that says it by hand. */
    boolean isPrivateByHand() {
        return this == MOBILE;
    }

    /**
     * The field of that name.
     *
     * @throws InvalidInputException there is none
     */
    public static PersonField of(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("person-field"));
    }
}
