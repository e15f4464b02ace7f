package nl.kring.crm.agenda;

/** An edition will not be held; fired in the transaction that cancels it, with the row of its seats locked. */
public record EditionCancelled(Long editionId) {}
