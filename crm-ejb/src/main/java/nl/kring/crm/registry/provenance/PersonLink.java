package nl.kring.crm.registry.provenance;

import java.util.UUID;

/**
 * Which person a current source record belongs to.
 *
 * @param how new, automatic, review or manual
 */
public record PersonLink(String register, String sourceKey, UUID personUuid, String how) {}
