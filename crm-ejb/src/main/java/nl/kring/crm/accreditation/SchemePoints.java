package nl.kring.crm.accreditation;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Points in one scheme.
 *
 * @param scheme its code
 * @param points in the scheme's own unit, one decimal at most; null in the agenda where the register was asked and has not answered
 */
public record SchemePoints(String scheme, String name, SchemeUnit unit, BigDecimal points) implements Serializable {}
