package nl.kring.crm.accreditation.scheme;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What became of a line.
 *
 * @param counted of its points
 * @param why the rest does not count; null when all do
 * @param rule the code of the requirement that takes the rest; null when none does
 */
public record CountedLine(CreditLine line, BigDecimal counted, Why why, String rule) implements Serializable {

    /** Why points do not count. */
    public enum Why {
        BEFORE_PERIOD,
        AFTER_PERIOD,
        NO_SUCH_CATEGORY,
        OVER_MAXIMUM
    }

    public BigDecimal uncounted() {
        return line.points().subtract(counted);
    }

    CountedLine cut(BigDecimal left, String byRule) {
        return new CountedLine(line, left, Why.OVER_MAXIMUM, byRule);
    }
}
