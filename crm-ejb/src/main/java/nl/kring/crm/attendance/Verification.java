package nl.kring.crm.attendance;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What anyone who holds the code of a certificate may know: what stands on the paper, and whether it still counts.
 *
 * <p>The name is given in full. Only who holds the certificate knows its 80 random bits, and without the name a genuine
 * code could be put under somebody else's. Nothing else of the person is told, nor why a certificate was revoked.
 */
public record Verification(
        String code,
        String personName,
        String courseTitle,
        String organiserName,
        Instant heldFrom,
        Instant heldTo,
        Instant issuedAt,
        Instant revokedAt,
        Instant replacedAt,
        String replacedByCode,
        boolean partial,
        List<CertificatePoints> points)
        implements Serializable {

    static Verification of(Certificate certificate) {
        return new Verification(
                certificate.getCode(),
                certificate.getPersonName(),
                certificate.getCourseTitle(),
                certificate.getOrganiserName(),
                certificate.getHeldFrom(),
                certificate.getHeldTo(),
                certificate.getIssuedAt(),
                certificate.getRevokedAt(),
                certificate.getReplacedAt(),
                certificate.getReplacedByCode(),
                certificate.isPartial(),
                certificate.getPoints());
    }

    /** Whether another certificate took its place. */
    public boolean corrected() {
        return replacedAt != null;
    }

    public boolean revoked() {
        return revokedAt != null;
    }
}
