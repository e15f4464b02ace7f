package nl.kring.crm.registry;

import java.util.UUID;

/**
 * Somebody said by hand something else of a person; told in the same transaction.
 *
 * @param organisationId who says it
 * @param accountId null for the first start
 * @param kept to itself by the organisation that says it, so that it changes nothing for others
 */
public record PersonEdited(
        Long personId, UUID statement, PersonField field, Long organisationId, Long accountId, boolean kept) {}
