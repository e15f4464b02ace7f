package nl.kring.crm.registry.affiliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody is to do something somewhere.
 *
 * @param from its first day, null when nobody knows
 * @param to its last day, null until further notice
 * @param fte above 0 up to 2, or null
 * @param main true where somebody works mostly
 * @param replaces whom he or she stands in for, or null
 * @param reason one line, or null
 */
public record NewAffiliation(
        UUID person,
        UUID organisation,
        AffiliationRole role,
        LocalDate from,
        LocalDate to,
        BigDecimal fte,
        boolean main,
        UUID replaces,
        String reason) {

    public static NewAffiliation of(UUID person, UUID organisation, AffiliationRole role, LocalDate from) {
        return new NewAffiliation(person, organisation, role, from, null, null, false, null, null);
    }
}
