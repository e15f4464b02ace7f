package nl.kring.crm.attendance.presence;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What came of one scan.
 *
 * @param name whose it was; null when that is not known
 * @param at when it was, by the clock of the server; null when nothing was kept
 */
public record ScanAnswer(UUID id, Outcome outcome, UUID enrolment, String name, Instant at) implements Serializable {

    /** What was done with it. */
    public enum Outcome {
        /** It counts. */
        TAKEN,
        /** It is kept, and changes nothing: he or she was in, or out, already. */
        ALREADY,
        /** This very scan was sent before. */
        REPEATED,
        /** Nobody of this edition has that code; nothing is kept. */
        UNKNOWN,
        /** It was not made around this session, whatever the clock; nothing is kept. */
        OTHER_TIME,
        /** Who leaves by his or her own word was not there. */
        NOT_IN
    }

    public boolean isKept() {
        return at != null;
    }
}
