package nl.kring.crm.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.math.BigDecimal;
import nl.kring.crm.accreditation.SchemeUnit;

/**
 * What the certificate is worth in one quality register, in the unit that this register counts in.
 *
 * @param category of the register; null where the course gives points in one only
 * @param accreditationNumber under which the register knows the course; null when it is not known
 */
@Embeddable
public record CertificatePoints(
        String schemeCode,
        String schemeName,
        @Enumerated(EnumType.STRING) SchemeUnit unit,
        String category,
        @Column(precision = 5, scale = 1) BigDecimal points,
        String accreditationNumber)
        implements Serializable {

    CertificatePoints(String schemeCode, String schemeName, SchemeUnit unit, String category, BigDecimal points) {
        this(schemeCode, schemeName, unit, category, points, null);
    }

    /** The same, in whichever category. */
    CertificatePoints whole() {
        return new CertificatePoints(schemeCode, schemeName, unit, null, points, accreditationNumber);
    }

    CertificatePoints under(String number) {
        return new CertificatePoints(schemeCode, schemeName, unit, category, points, number);
    }
}
