package nl.kring.crm.registry.provenance;

/**
 * Whose a new row of a delivery is.
 *
 * @param workplaceId the practice that it names; null for none
 * @param first true for the row that a new person begins with
 */
public record PlacedRow(int rowNumber, Long personId, boolean first, Long workplaceId) {}
