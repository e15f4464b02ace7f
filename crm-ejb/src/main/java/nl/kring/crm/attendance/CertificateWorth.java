package nl.kring.crm.attendance;

import java.util.List;

/**
 * What is written on a certificate beside who and what.
 *
 * @param heldAt the place, or that it was online
 * @param partial whether he or she took part in some of it
 */
record CertificateWorth(
        List<CertificatePoints> points,
        boolean partial,
        String initials,
        String heldAt,
        String signatoryName,
        String signatoryFunction) {}
