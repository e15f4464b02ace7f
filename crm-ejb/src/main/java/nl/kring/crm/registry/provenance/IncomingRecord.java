package nl.kring.crm.registry.provenance;

import java.util.Map;

/**
 * A row of a register on its way into the database.
 *
 * @param sourceKey the register's own key
 * @param rowNumber where it stood in the file
 * @param raw the row as it was handed over, header to text
 * @param contentHash of the raw row, to see that nothing changed
 * @param group rows of the same group become the same person
 */
public record IncomingRecord(
        String sourceKey,
        int rowNumber,
        Map<String, String> raw,
        byte[] contentHash,
        SourceValues values,
        Group group) {

    /**
     * Which person a row belongs to.
     *
     * @param personId a person that is already there, or null for a new one
     * @param number tells the new persons of one delivery apart
     * @param first true for the row that a new person begins with
     */
    public record Group(Long personId, int number, boolean first) {}
}
