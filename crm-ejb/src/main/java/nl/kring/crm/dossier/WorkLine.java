package nl.kring.crm.dossier;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import nl.kring.crm.accreditation.scheme.WorkRequirement;

/**
 * What a register asks of somebody's work, and what he or she says of it.
 *
 * @param said null as long as nothing was said; of yes or no 1 or 0
 */
public record WorkLine(WorkRequirement asked, BigDecimal said, Instant saidAt) implements Serializable {

    /** Whether what was said is enough; false when nothing was. */
    public boolean isEnough() {
        return said != null && said.compareTo(asked.minimum() == null ? BigDecimal.ONE : asked.minimum()) >= 0;
    }
}
