package nl.kring.crm.governance;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A proposal in a list.
 *
 * @param subject of what is to end or to be merged; null for an identifier
 * @param field code of the field of an identifier; else null
 * @param lastDay of what is to end; else null
 * @param proposer code of the organisation that wants it
 * @param steward code of the organisation that decides
 * @param answer of the steward; null while it is open
 */
public record ProposalLine(
        UUID uuid,
        ProposalKind kind,
        UUID person,
        String personName,
        UUID subject,
        String field,
        String qualifier,
        String value,
        LocalDate validFrom,
        LocalDate lastDay,
        String overrideReason,
        String reason,
        String proposer,
        String steward,
        ProposalState state,
        String answer,
        Instant createdAt,
        Instant decidedAt)
        implements Serializable {}
