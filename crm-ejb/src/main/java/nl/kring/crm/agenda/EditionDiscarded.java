package nl.kring.crm.agenda;

/** A draft is thrown away; fired before, in the same transaction, so that what hangs on it can go first. */
public record EditionDiscarded(Long editionId) {}
