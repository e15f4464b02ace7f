package nl.kring.crm.registry.organisation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * An organisation as somebody types it in.
 *
 * @param code short and unique; null for one that nobody calls by a code
 * @param validFrom its first day, null when it is not known
 * @param validTo its last day, null while it is there
 * @param values what is said of it, the name among it
 */
public record NewOrganisation(
        OrganisationKind kind,
        String code,
        LocalDate validFrom,
        LocalDate validTo,
        Map<OrganisationField, String> values) {

    public NewOrganisation(OrganisationKind kind, String name) {
        this(kind, null, null, null, Map.of(OrganisationField.NAME, name));
    }

    /** The same with one more value. */
    public NewOrganisation with(OrganisationField field, String value) {
        Map<OrganisationField, String> more = new EnumMap<>(OrganisationField.class);
        more.putAll(values);
        more.put(field, value);
        return new NewOrganisation(kind, code, validFrom, validTo, more);
    }

    /** The same, called by a code. */
    public NewOrganisation called(String shortCode) {
        return new NewOrganisation(kind, shortCode, validFrom, validTo, values);
    }

    /** The same, there from one day up to and including another. */
    public NewOrganisation existing(LocalDate first, LocalDate last) {
        return new NewOrganisation(kind, code, first, last, values);
    }
}
