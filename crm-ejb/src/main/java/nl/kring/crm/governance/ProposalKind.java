package nl.kring.crm.governance;

/** What cannot be taken back easily, and therefore waits for the steward when somebody else wants it. */
public enum ProposalKind {
    IDENTIFIER,
    END_AFFILIATION,
    END_MEMBERSHIP,
    MERGE
}
