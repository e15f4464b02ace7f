package nl.kring.crm.agenda;

/** The sessions of an edition may have other times than before; fired in the transaction of the change. */
public record SessionsPlanned(Long editionId) {}
