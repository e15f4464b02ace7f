package nl.kring.crm.agenda;

/** A draft was made of what an edition is; fired in the same transaction, so that what belongs to it can come along. */
public record EditionRepeated(Long sourceId, Long editionId) {}
