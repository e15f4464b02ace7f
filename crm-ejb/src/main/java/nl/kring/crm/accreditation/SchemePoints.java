package nl.kring.crm.accreditation;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Points in one scheme.
 *
 * @param scheme its code
 * @param points in the scheme's own unit, one decimal at most
 */
public record SchemePoints(String scheme, String name, SchemeUnit unit, BigDecimal points) implements Serializable {}
