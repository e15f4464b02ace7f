package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who would come when a course is held again.
 *
 * @param remark what he or she said of it, or null
 * @param toldAt when it was told that one can enrol; null when it was not yet
 */
public record Interest(UUID uuid, UUID person, String name, String remark, Instant registeredAt, Instant toldAt)
        implements Serializable {}
