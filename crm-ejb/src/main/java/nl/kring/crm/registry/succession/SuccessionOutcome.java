package nl.kring.crm.registry.succession;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A succession that was applied.
 *
 * @param undoneAt null while it stands
 * @param mayUndo true when the caller may take it back
 * @param moved how many periods it moved
 * @param added later: periods that were added at the successors since, which stay when it is undone
 */
public record SuccessionOutcome(
        UUID uuid,
        SuccessionKind kind,
        LocalDate day,
        String reason,
        Instant appliedAt,
        Instant undoneAt,
        boolean mayUndo,
        List<SuccessionPreview.Side> predecessors,
        List<SuccessionPreview.Side> successors,
        int moved,
        List<SuccessionPreview.Moved> added)
        implements Serializable {}
