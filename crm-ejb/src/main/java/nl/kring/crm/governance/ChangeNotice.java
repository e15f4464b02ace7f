package nl.kring.crm.governance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.PersonEdited;

/** Tells the steward that another organisation changed something. It stays until the steward has seen or reverted it. */
@Entity
class ChangeNotice extends BaseEntity {

    @Column(updatable = false)
    private Long personId;

    private UUID statementUuid;
    private String field;
    private Long organisationId;
    private Long stewardId;
    private Long accountId;
    private Instant createdAt;
    private Instant seenAt;
    private Instant revertedAt;
    private Long settledBy;

    @Version
    private long version;

    protected ChangeNotice() {}

    ChangeNotice(PersonEdited edit, Long stewardId, Instant now) {
        this.personId = edit.personId();
        this.statementUuid = edit.statement();
        this.field = edit.field().code();
        this.organisationId = edit.organisationId();
        this.stewardId = stewardId;
        this.accountId = edit.accountId();
        this.createdAt = now;
    }

    void see(Long accountId, Instant now) {
        if (seenAt == null) {
            seenAt = now;
            settledBy = accountId;
        }
    }

    void revert(Long accountId, Instant now) {
        if (revertedAt == null) {
            revertedAt = now;
            settledBy = accountId;
        }
    }

    Long getStewardId() {
        return stewardId;
    }

    UUID getStatementUuid() {
        return statementUuid;
    }
}
