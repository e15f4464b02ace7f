package nl.kring.crm.registry.organisation;

/**
 * One field that somebody says is otherwise than shown.
 *
 * @param value null or empty says that there is nothing
 * @param expectedVersion of the card that the caller looked at
 */
public record OrganisationCorrection(OrganisationField field, String value, String reason, long expectedVersion) {}
