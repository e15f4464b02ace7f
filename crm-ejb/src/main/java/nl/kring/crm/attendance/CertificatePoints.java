package nl.kring.crm.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;

/** What the certificate is worth in one quality register, in the unit that this register counts in. */
@Embeddable
public record CertificatePoints(
        String schemeCode,
        String schemeName,
        String unit,
        @Column(precision = 5, scale = 1) BigDecimal points) implements Serializable {}
