package nl.kring.crm.governance;

import java.util.UUID;

/** A proposal was accepted, rejected or withdrawn; told in the same transaction. */
public record ProposalDecided(UUID proposal, ProposalKind kind, ProposalState state, Long personId) {}
