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
 * @param accreditationNumber under which the register knows the course; null when it is not known
 */
@Embeddable
public record CertificatePoints(
        String schemeCode,
        String schemeName,
        @Enumerated(EnumType.STRING) SchemeUnit unit,
        @Column(precision = 5, scale = 1) BigDecimal points,
        String accreditationNumber)
        implements Serializable {

    public CertificatePoints(String schemeCode, String schemeName, SchemeUnit unit, BigDecimal points) {
        this(schemeCode, schemeName, unit, points, null);
    }
}
