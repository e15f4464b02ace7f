package nl.kring.crm.intake.review;

import java.io.Serializable;
import java.util.UUID;

/**
 * A row that the matching placed on its own, beside all else that is said of its person.
 *
 * @param place in the audit, from 1
 * @param open how many are not judged yet, this one included
 */
public record AuditCase(UUID audit, int place, int size, int open, UUID person, String name, SideBySide sides)
        implements Serializable {}
