package nl.kring.crm.intake;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.intake.matching.Field;

/**
 * Somebody of the register who may be the one that is typed in. What is compared is named, never shown: of what another
 * organisation keeps to itself it is told at most that it agrees or differs.
 *
 * @param sure true when an import would take the two for one
 */
public record Lookalike(
        UUID uuid,
        String displayName,
        String workplace,
        String place,
        boolean sure,
        List<Field> agreeing,
        List<Field> resembling,
        List<Field> differing)
        implements Serializable {}
