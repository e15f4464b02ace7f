package nl.kring.crm.attendance;

/** How a participant stands with the certificate. */
public enum CertificateState {
    NONE,
    ISSUED,
    REVOKED
}
