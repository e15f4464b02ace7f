package nl.kring.crm.api.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.governance.ProposalKind;
import nl.kring.crm.governance.ProposalLine;
import nl.kring.crm.governance.ProposalState;

/** Proposals: what waits for the caller's organisation, or what it proposed. */
public record ProposalList(List<Item> items, String next) {

    /**
     * One proposal.
     *
     * @param subject the affiliation or membership that is to end; null for an identifier
     * @param field of an identifier: big, agb, kvk or registerNumber
     * @param register code of the quality register of a register number
     */
    public record Item(
            UUID uuid,
            ProposalKind kind,
            UUID person,
            String personName,
            UUID subject,
            String field,
            String register,
            String value,
            LocalDate validFrom,
            LocalDate lastDay,
            String reason,
            String proposer,
            String steward,
            ProposalState state,
            String answer,
            Instant createdAt,
            Instant decidedAt) {

        static Item of(ProposalLine line) {
            return new Item(
                    line.uuid(),
                    line.kind(),
                    line.person(),
                    line.personName(),
                    line.subject(),
                    line.field(),
                    line.qualifier(),
                    line.value(),
                    line.validFrom(),
                    line.lastDay(),
                    line.reason(),
                    line.proposer(),
                    line.steward(),
                    line.state(),
                    line.answer(),
                    line.createdAt(),
                    line.decidedAt());
        }
    }

    static ProposalList of(List<ProposalLine> lines) {
        return new ProposalList(lines.stream().map(Item::of).toList(), null);
    }
}
