package nl.kring.crm.accreditation.scheme;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What a register asks besides points; the professional says it, nobody here computes it.
 *
 * @param minimum null for what is done or not
 */
public record WorkRequirement(String code, Unit unit, BigDecimal minimum) implements Serializable {

    /** In what it is told. */
    public enum Unit {
        HOURS,
        HOURS_PER_WEEK,
        MONTHS,
        YES_NO
    }
}
