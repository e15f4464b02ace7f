package nl.kring.crm.dossier;

import java.io.Serializable;
import nl.kring.crm.accreditation.scheme.CountedLine;
import nl.kring.crm.attendance.credit.Credit;

/**
 * Points in the dossier, and what the rules make of them.
 *
 * @param counted null when there are no rules to count by
 */
public record DossierEntry(Credit credit, CountedLine counted) implements Serializable {

    /** Whether some of it does not count. */
    public boolean isCut() {
        return counted != null && counted.why() != null && counted.uncounted().signum() > 0;
    }
}
