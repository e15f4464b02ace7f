package nl.kring.crm.dossier;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.platform.SystemClock;

/** Points in one category that an edition will give to who is there, one to which the professional goes. */
public record PlannedCredit(UUID edition, String title, Instant startsAt, String category, BigDecimal points)
        implements Serializable {

    /** The first day, by the clock in Amsterdam. */
    public LocalDate day() {
        return LocalDate.ofInstant(startsAt, SystemClock.AMSTERDAM);
    }
}
