package nl.kring.crm.attendance.presence;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * One scan as a device saw it.
 *
 * @param id made by the device; the same again is the same scan
 * @param code what was read or typed, the code or the address that holds it; null when a name was tapped
 * @param enrolment whose name was tapped; null when a code was read
 * @param at what the clock of the device said
 */
public record Scan(UUID id, String code, UUID enrolment, ScanKind kind, Instant at) implements Serializable {}
