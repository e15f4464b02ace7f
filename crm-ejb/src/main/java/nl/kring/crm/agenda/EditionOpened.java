package nl.kring.crm.agenda;

/** Anybody can enrol at an edition from now on, or again; fired in the transaction that opens it. */
public record EditionOpened(Long editionId) {}
