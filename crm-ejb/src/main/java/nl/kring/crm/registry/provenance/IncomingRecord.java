package nl.kring.crm.registry.provenance;

import java.util.Map;

/**
 * A row of a register on its way into the database.
 *
 * @param sourceKey the register's own key
 * @param rowNumber where it stood in the file
 * @param raw the row as it was handed over, header to text
 * @param contentHash of the raw row, to see that nothing changed
 */
public record IncomingRecord(
        String sourceKey, int rowNumber, Map<String, String> raw, byte[] contentHash, SourceValues values) {}
