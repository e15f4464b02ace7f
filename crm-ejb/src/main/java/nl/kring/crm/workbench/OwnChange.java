package nl.kring.crm.workbench;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** Own values that were changed together, and perhaps taken back together. */
@Entity
class OwnChange extends BaseEntity {

    private Long organisationId;
    private Long accountId;
    private Instant changedAt;
    private Instant undoneAt;

    @Version
    private long version;

    protected OwnChange() {}

    OwnChange(Long organisationId, Long accountId, Instant now) {
        this.organisationId = organisationId;
        this.accountId = accountId;
        this.changedAt = now;
    }

    void undo(Instant now) {
        undoneAt = now;
    }

    boolean isUndone() {
        return undoneAt != null;
    }
}
