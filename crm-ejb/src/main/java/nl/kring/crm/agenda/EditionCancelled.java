package nl.kring.crm.agenda;

/**
 * An edition will not be held; fired in the transaction that cancels it, with the row of its seats locked.
 *
 * @param note what its organiser wants to say of it, or null
 */
public record EditionCancelled(Long editionId, String note) {}
