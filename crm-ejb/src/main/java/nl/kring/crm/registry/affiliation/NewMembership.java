package nl.kring.crm.registry.affiliation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person, a practice or a legal entity is to belong to an organisation.
 *
 * @param person who holds it; null when an organisation does
 * @param holder the organisation that holds it; null when a person does
 * @param number the member's number there, or null
 */
public record NewMembership(
        UUID person,
        UUID holder,
        UUID organisation,
        MembershipKind kind,
        String number,
        LocalDate from,
        LocalDate to) {}
