package nl.kring.crm.attendance;

/** How a participant stands with the certificate. */
public enum CertificateState {
    NONE,
    ISSUED,
    REVOKED;

    static CertificateState of(Certificate certificate) {
        if (certificate == null) {
            return NONE;
        }
        return certificate.isRevoked() ? REVOKED : ISSUED;
    }
}
