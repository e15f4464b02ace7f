package nl.kring.crm.registry;

import java.util.UUID;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/**
 * What a list of persons is narrowed to, beside words. Everything is optional; what is given must all hold. Role, workplace
 * and municipality must hold of one and the same affiliation on the reference date.
 *
 * @param role what somebody does there
 * @param worksAt code or UUID of the organisation where somebody does it
 * @param memberOf code or UUID of the organisation that somebody is a member of on the reference date
 * @param register code of a register with a row of the person
 * @param missing what the person has none of
 * @param ownField a column of the caller's own organisation
 * @param ownValue what stands in that column; null for anything at all
 */
public record PersonFilter(
        AffiliationRole role,
        String worksAt,
        String memberOf,
        String register,
        MissingData missing,
        UUID ownField,
        String ownValue) {

    static final PersonFilter NONE = new PersonFilter(null, null, null, null, null, null, null);

    public PersonFilter {
        worksAt = PersonQuery.tidy(worksAt);
        memberOf = PersonQuery.tidy(memberOf);
        register = PersonQuery.tidy(register);
        ownValue = PersonQuery.tidy(ownValue);
    }

    /** Only whoever does this. */
    public static PersonFilter doing(AffiliationRole role) {
        return new PersonFilter(role, null, null, null, null, null, null);
    }
}
