package nl.kring.crm.registry;

import java.util.Arrays;
import java.util.List;
import nl.kring.crm.platform.InvalidInputException;

/** What can be said of a person, by the names that statements and the API use. */
public enum PersonField {
    BIRTH_NAME("birthName"),
    PARTNER_NAME("partnerName"),
    NAME_USAGE("nameUsage"),
    INITIALS("initials"),
    GIVEN_NAME("givenName"),
    TITLES("titles"),
    GENDER("gender"),
    BIRTH_DATE("birthDate"),
    PROFESSION("profession"),
    BIG("big"),
    AGB("agb"),
    REGISTER_NUMBER("registerNumber"),
    KVK("kvk"),
    WORKPLACE("workplace"),
    ADDRESS("address"),
    PHONE("phone"),
    MOBILE("mobile"),
    EMAIL("email");

    /** Qualifiers of contact points: for work, shared; of an e-mail address whose it is; kept by who says it. */
    public static final String WORK = "WORK";

    public static final String PERSONAL = "PERSONAL";
    public static final String SHARED_MAILBOX = "SHARED_MAILBOX";
    public static final String PRIVATE = "PRIVATE";

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

    /** True for numbers of other registers, which only the steward changes at once. */
    public boolean isIdentifier() {
        return this == BIG || this == AGB || this == REGISTER_NUMBER || this == KVK;
    }

    /**
     * What may be said more precisely; empty when there is nothing to choose. A profession may be a further one. Of a number in a
     * register it is always said in which: {@link QualityRegisters}.
     */
    public List<String> qualifiers() {
        return switch (this) {
            case PHONE, MOBILE, ADDRESS -> List.of(WORK, PRIVATE);
            case EMAIL -> List.of(PERSONAL, SHARED_MAILBOX, PRIVATE);
            case PROFESSION ->
                Arrays.stream(Profession.values()).map(Enum::name).toList();
            default -> List.of();
        };
    }

    /** True for what stays with the organisation that says it by hand; a mobile number does unless it is said to be for work. */
    boolean isPrivate(String qualifier) {
        return PRIVATE.equals(qualifier) || this == MOBILE && !WORK.equals(qualifier);
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
