package nl.kring.crm.accreditation.scheme;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * Lighter demands on periods that end before a day.
 *
 * @param values what requirements ask instead, by their code
 */
public record Relief(String code, LocalDate endsBefore, BigDecimal totalMinimum, Map<String, BigDecimal> values)
        implements Serializable {

    boolean appliesTo(RegistrationPeriod period) {
        return period.to().isBefore(endsBefore);
    }
}
