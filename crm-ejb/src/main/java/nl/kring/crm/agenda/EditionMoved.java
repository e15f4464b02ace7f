package nl.kring.crm.agenda;

/** A published edition starts or ends at another time, or is held elsewhere; fired in the transaction of the change. */
public record EditionMoved(Long editionId) {}
