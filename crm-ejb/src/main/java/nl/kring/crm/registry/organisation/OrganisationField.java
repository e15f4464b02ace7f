package nl.kring.crm.registry.organisation;

import java.util.Arrays;
import nl.kring.crm.platform.InvalidInputException;

/** What is said of an organisation, by the names of the view {@code said_of_organisation}. */
public enum OrganisationField {
    NAME("name"),
    ADDRESS("address"),
    PHONE("phone"),
    EMAIL("email"),
    WEBSITE("website"),
    AGB("agb"),
    KVK("kvk");

    private final String code;

    OrganisationField(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Refuses what is no field, with the code {@code person-field}. */
    public static OrganisationField of(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("person-field"));
    }
}
