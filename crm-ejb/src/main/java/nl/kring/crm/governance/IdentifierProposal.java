package nl.kring.crm.governance;

import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.registry.PersonField;

/**
 * A number that somebody else than the steward wants to change.
 *
 * @param qualifier the register of a register number; else null
 * @param value null or empty says that there is none
 * @param validFrom since when; null when it always was so
 * @param overrideReason why it is right though it fails its check; else null
 */
public record IdentifierProposal(
        UUID person,
        PersonField field,
        String qualifier,
        String value,
        LocalDate validFrom,
        String overrideReason,
        String reason) {}
