package nl.kring.crm.agenda;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An edition once more, on other days.
 *
 * @param sessions when it meets then
 * @param enrolUntil last moment for enrolling then, not after the start; null means until the start
 * @param course of which course it becomes an edition; null makes a new course of the same description
 */
public record Repetition(List<PlannedSession> sessions, Instant enrolUntil, UUID course) implements Serializable {}
