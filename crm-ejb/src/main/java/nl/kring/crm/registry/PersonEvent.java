package nl.kring.crm.registry;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that happened to what is said of a person.
 *
 * @param what DELIVERED by a register, SAID by hand, CHANGED by hand from a day, WITHDRAWN, or MERGED with
 *     somebody and UNMERGED, who is named in the reason
 * @param organisation code of who did it
 * @param by name of the account; null for a register
 * @param field code of the field; null for a register's whole row
 * @param held when it holds; null for a register's whole row
 */
public record PersonEvent(
        Instant at,
        What what,
        String organisation,
        String by,
        String register,
        String sourceKey,
        String field,
        String qualifier,
        String value,
        String prefix,
        Period held,
        String reason)
        implements Serializable {

    public enum What {
        DELIVERED,
        SAID,
        CHANGED,
        WITHDRAWN,
        MERGED,
        UNMERGED
    }
}
