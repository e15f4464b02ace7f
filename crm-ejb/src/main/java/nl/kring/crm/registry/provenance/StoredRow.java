package nl.kring.crm.registry.provenance;

/** A row that an earlier delivery of the same register brought. */
public record StoredRow(Long id, Long personId) {}
