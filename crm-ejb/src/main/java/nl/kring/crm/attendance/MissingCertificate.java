package nl.kring.crm.attendance;

import java.io.Serializable;
import java.util.UUID;

/** A participant who did not get a certificate, and why. */
public record MissingCertificate(UUID enrolment, String name, Reason reason) implements Serializable {

    /** What stood in its way; where more do, the first of these that applies. */
    public enum Reason {
        /** It was issued once and taken back. */
        REVOKED,
        /** Absent from one session at least. */
        ABSENT,
        /** For one session at least nobody has recorded attendance yet. */
        NOT_RECORDED
    }
}
