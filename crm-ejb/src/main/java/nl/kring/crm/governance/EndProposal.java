package nl.kring.crm.governance;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody else than the steward wants to end.
 *
 * @param kind END_AFFILIATION or END_MEMBERSHIP
 * @param subject the affiliation or the membership
 * @param lastDay that still counts
 */
public record EndProposal(ProposalKind kind, UUID subject, LocalDate lastDay, String reason) {}
