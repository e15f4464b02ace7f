package nl.kring.crm.registry.provenance;

/**
 * A row that an earlier delivery of the same register brought.
 *
 * @param missing true when the last delivery no longer had it
 * @param mappingVersion the version of the mapping that it was read by
 */
public record StoredRow(Long id, Long personId, byte[] contentHash, boolean missing, int mappingVersion) {}
