package nl.kring.crm.governance;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What another organisation changed of a person that the reader's organisation looks after.
 *
 * @param field code of the field
 * @param value null says that there is nothing
 * @param editor code of the organisation that changed it
 */
public record NoticeLine(
        UUID uuid,
        UUID person,
        String personName,
        String field,
        String value,
        String prefix,
        LocalDate validFrom,
        String reason,
        String editor,
        Instant createdAt)
        implements Serializable {}
