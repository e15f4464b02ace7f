package nl.kring.crm.registry.affiliation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A membership stops; told within the transaction.
 *
 * @param personId who held it, null when an organisation did
 * @param holderId the organisation that held it, null when a person did
 */
public record MembershipEnded(UUID membership, Long personId, Long holderId, Long organisationId, LocalDate lastDay) {}
