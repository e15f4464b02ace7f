package nl.kring.crm.registry.merging;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * Two rows of one person that cannot both be right.
 *
 * @param kind what clashes, like ENROLMENT
 * @param field for a number which one; else null
 * @param first what the survivor's row says; null when it is not for telling
 * @param second what the row of who was merged says
 * @param decider code of the organisation that decides; null for the steward
 */
public record CollisionLine(
        UUID uuid,
        String kind,
        String field,
        UUID person,
        String name,
        String mergedName,
        String first,
        String second,
        String decider,
        Instant since)
        implements Serializable {}
