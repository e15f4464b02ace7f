package nl.kring.crm.registry.organisation;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that happened to what is known of an organisation.
 *
 * @param organisation code of who did it; null for the platform
 * @param by name of the account; null for a register
 * @param field code of the field, the kind of the fact or of the relation; null for a delivery
 * @param value what was said; for a relation the name of the other, for a delivery the number of rows
 * @param outgoing false for a relation that another organisation is the left side of
 */
public record OrganisationEvent(
        Instant at,
        What what,
        String organisation,
        String by,
        String field,
        String value,
        String reason,
        boolean outgoing)
        implements Serializable {

    public enum What {
        DELIVERED,
        SAID,
        WITHDRAWN,
        FACT,
        FACT_WITHDRAWN,
        RELATION,
        RELATION_WITHDRAWN
    }
}
