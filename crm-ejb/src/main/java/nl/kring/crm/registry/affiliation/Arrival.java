package nl.kring.crm.registry.affiliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.NewPerson;

/**
 * Somebody comes to work at a practice.
 *
 * @param person somebody who is in the register already, or null
 * @param typed somebody who is not, or null
 * @param from the first day, of everything
 * @param replaces whom he or she stands in for, or null
 * @param joins the organisations to join: duty at an out-of-hours post or service, membership of all others
 * @param account the account to make, or null
 */
public record Arrival(
        UUID person,
        NewPerson typed,
        LocalDate from,
        UUID practice,
        AffiliationRole role,
        BigDecimal fte,
        UUID replaces,
        List<UUID> joins,
        NewAccount account) {

    public Arrival {
        joins = joins == null ? List.of() : List.copyOf(joins);
    }

    /** An account to sign in with; a professional's own. */
    public record NewAccount(String email, String password) {}
}
