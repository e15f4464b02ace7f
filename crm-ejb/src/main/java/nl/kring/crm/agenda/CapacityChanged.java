package nl.kring.crm.agenda;

/** An edition got more seats; fired in the transaction that gave them, with the row of its seats locked. */
public record CapacityChanged(Long editionId) {}
