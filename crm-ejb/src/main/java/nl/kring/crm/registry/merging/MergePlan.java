package nl.kring.crm.registry.merging;

/** Which person goes into which, by number. */
record MergePlan(Long survivorId, Long mergedId, Double score) {}
