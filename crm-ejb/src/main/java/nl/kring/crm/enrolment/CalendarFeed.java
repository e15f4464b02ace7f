package nl.kring.crm.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** The address under which a calendar program reads the enrolments of whose account it is. Only its hash is kept. */
@Entity
public class CalendarFeed extends BaseEntity {

    private Long accountId;
    private byte[] hash;
    private Instant createdAt;
    private Instant revokedAt;

    @Version
    private long version;

    protected CalendarFeed() {}

    CalendarFeed(Long accountId, byte[] hash, Instant now) {
        this.accountId = accountId;
        this.hash = hash.clone();
        this.createdAt = now;
    }

    /** From now on nobody reads anything under this address. */
    void revoke(Instant now) {
        revokedAt = now;
    }

    Instant getCreatedAt() {
        return createdAt;
    }
}
