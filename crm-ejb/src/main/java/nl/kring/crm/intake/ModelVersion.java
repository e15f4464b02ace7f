package nl.kring.crm.intake;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.intake.matching.BandShift;

/**
 * What the matching weighs, or weighed, or could.
 *
 * @param version what decisions are noted with
 * @param records from how many rows it was learned; null for the one that the product comes with, and while it is learning
 * @param comparedWith the version that was in use then
 * @param shift what it makes of the same pairs of rows otherwise than that one; null when it was compared with none
 * @param usedSince null when it never was in use
 */
public record ModelVersion(
        UUID uuid,
        String version,
        State state,
        Integer records,
        String comparedWith,
        BandShift shift,
        Instant askedAt,
        Instant learnedAt,
        boolean inUse,
        Instant usedSince)
        implements Serializable {

    /** How far it is. */
    public enum State {
        LEARNING,
        READY,
        FAILED
    }

    public boolean usable() {
        return state == State.READY && !inUse;
    }
}
