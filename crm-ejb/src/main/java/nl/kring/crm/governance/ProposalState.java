package nl.kring.crm.governance;

/** What became of a proposal. Only an open one is decided. */
public enum ProposalState {
    OPEN,
    ACCEPTED,
    REJECTED,
    WITHDRAWN
}
