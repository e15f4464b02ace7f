package nl.kring.crm.dossier;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What the official register said on a day, as the professional read it there.
 *
 * @param points by category, as the register counts them
 */
public record RegisterTotal(LocalDate asOf, Map<String, BigDecimal> points) implements Serializable {

    public BigDecimal sum() {
        return points.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
