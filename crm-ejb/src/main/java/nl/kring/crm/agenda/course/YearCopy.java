package nl.kring.crm.agenda.course;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** One time that an organisation copied editions of a year to the next. */
@Entity
class YearCopy extends BaseEntity {

    private Long organisationId;
    private int fromYear;
    private Long accountId;
    private Instant madeAt;
    private Instant undoneAt;

    @Version
    private long version;

    protected YearCopy() {}

    YearCopy(Long organisationId, int fromYear, Long accountId, Instant now) {
        this.organisationId = organisationId;
        this.fromYear = fromYear;
        this.accountId = accountId;
        this.madeAt = now;
    }

    /** What it made is thrown away. */
    void undo(Instant now) {
        undoneAt = now;
    }

    boolean isUndone() {
        return undoneAt != null;
    }
}
