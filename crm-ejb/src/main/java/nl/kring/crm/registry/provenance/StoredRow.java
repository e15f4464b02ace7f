package nl.kring.crm.registry.provenance;

/**
 * A row that an earlier delivery of the same register brought.
 *
 * @param missing true when the last delivery no longer had it
 * @param mappingVersion the version of the mapping that it was read by
 * @param handedBack of the row as it was handed back; null when it never was
 */
public record StoredRow(
        Long id, Long personId, byte[] contentHash, boolean missing, int mappingVersion, byte[] handedBack) {}
