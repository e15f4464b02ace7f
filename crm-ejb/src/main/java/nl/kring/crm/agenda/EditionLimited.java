package nl.kring.crm.agenda;

/** An edition is for the staff of other organisations from now on; fired in the transaction of the change. */
public record EditionLimited(Long editionId) {}
