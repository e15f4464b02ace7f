package nl.kring.crm.governance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.platform.InvalidInputException;

/** What one organisation wants to change of a person that another looks after. It is decided once. */
@Entity
class ChangeProposal extends BaseEntity {

    /** Who wants it, why, and who decides. */
    record Origin(Long proposerId, Long accountId, Long stewardId, String reason, Instant at) {}

    @Enumerated(EnumType.STRING)
    private ProposalKind kind;

    @Column(updatable = false)
    private Long personId;

    private UUID subjectUuid;
    private String field;
    private String qualifier;
    private String value;
    private LocalDate validFrom;
    private LocalDate lastDay;
    private String overrideReason;
    private String reason;
    private Long proposerId;
    private Long proposedBy;
    private Long stewardId;

    @Enumerated(EnumType.STRING)
    private ProposalState state = ProposalState.OPEN;

    private String answer;
    private Long decidedBy;
    private Instant decidedAt;
    private Instant createdAt;

    @Version
    private long version;

    protected ChangeProposal() {}

    private ChangeProposal(ProposalKind kind, Long personId, Origin origin) {
        this.kind = kind;
        this.personId = personId;
        this.proposerId = origin.proposerId();
        this.proposedBy = origin.accountId();
        this.stewardId = origin.stewardId();
        this.reason = origin.reason();
        this.createdAt = origin.at();
    }

    static ChangeProposal ofIdentifier(Long personId, IdentifierProposal wanted, String written, Origin origin) {
        ChangeProposal proposal = new ChangeProposal(ProposalKind.IDENTIFIER, personId, origin);
        proposal.field = wanted.field().code();
        proposal.qualifier = wanted.qualifier();
        proposal.value = written;
        proposal.validFrom = wanted.validFrom();
        proposal.overrideReason = wanted.overrideReason();
        return proposal;
    }

    static ChangeProposal ofEnd(Long personId, EndProposal wanted, Origin origin) {
        ChangeProposal proposal = new ChangeProposal(wanted.kind(), personId, origin);
        proposal.subjectUuid = wanted.subject();
        proposal.lastDay = wanted.lastDay();
        return proposal;
    }

    static ChangeProposal ofMerge(Long personId, UUID other, Origin origin) {
        ChangeProposal proposal = new ChangeProposal(ProposalKind.MERGE, personId, origin);
        proposal.subjectUuid = other;
        return proposal;
    }

    /** Refuses, with the code {@code proposal-decided}, one that was decided before. */
    void decide(ProposalState outcome, String told, Long accountId, Instant now) {
        if (state != ProposalState.OPEN) {
            throw new InvalidInputException("proposal-decided");
        }
        state = outcome;
        answer = told;
        decidedBy = accountId;
        decidedAt = now;
    }

    ProposalKind getKind() {
        return kind;
    }

    Long getPersonId() {
        return personId;
    }

    UUID getSubjectUuid() {
        return subjectUuid;
    }

    LocalDate getLastDay() {
        return lastDay;
    }

    String getField() {
        return field;
    }

    String getQualifier() {
        return qualifier;
    }

    String getValue() {
        return value;
    }

    LocalDate getValidFrom() {
        return validFrom;
    }

    String getOverrideReason() {
        return overrideReason;
    }

    String getReason() {
        return reason;
    }

    Long getProposerId() {
        return proposerId;
    }

    Long getProposedBy() {
        return proposedBy;
    }

    Long getStewardId() {
        return stewardId;
    }

    ProposalState getState() {
        return state;
    }

    String getAnswer() {
        return answer;
    }

    /** By the same organisation, about the same thing. */
    boolean asksTheSameAs(ChangeProposal other) {
        return kind == other.kind
                && proposerId.equals(other.proposerId)
                && Objects.equals(subjectUuid, other.subjectUuid)
                && Objects.equals(field, other.field)
                && Objects.equals(qualifier, other.qualifier);
    }
}
