package nl.kring.crm.dossier;

import java.io.Serializable;
import java.math.BigDecimal;
import nl.kring.crm.accreditation.scheme.CountedLine;
import nl.kring.crm.attendance.credit.Credit;

/**
 * Points in the dossier, and what the rules make of them.
 *
 * @param counted null when there are no rules to count by
 */
public record DossierEntry(Credit credit, CountedLine counted) implements Serializable {

    /** What counts of it; all of it when there are no rules to count by. */
    BigDecimal points() {
        return counted == null ? credit.points() : counted.counted();
    }

    /** Whether some of it does not count. */
    public boolean isCut() {
        return counted != null && counted.why() != null && counted.uncounted().signum() > 0;
    }
}
