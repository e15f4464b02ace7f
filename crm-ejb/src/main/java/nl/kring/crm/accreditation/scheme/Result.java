package nl.kring.crm.accreditation.scheme;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * How one requirement stands; the total is one too, with the code TOTAL.
 *
 * @param required points, or a number of competences; of a maximum what is allowed (in one year, where it is of a year)
 * @param achieved what counts towards it; of a maximum what was brought
 * @param missing nothing for what is only allowed or advised, and for what is not known here
 * @param known whether it can be told from what is known here; where it cannot, only the register knows whether it is met
 */
public record Result(
        String code,
        RequirementKind kind,
        List<String> categories,
        BigDecimal required,
        BigDecimal achieved,
        BigDecimal missing,
        boolean uncertain,
        boolean known)
        implements Serializable {

    public static final String TOTAL = "TOTAL";

    /** Nothing of it is missing, as far as that is known here. */
    public boolean isMet() {
        return missing.signum() == 0;
    }
}
