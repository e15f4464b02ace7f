package nl.kring.crm.security;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** A key for programs, in one capacity of its account. Only its hash is kept. */
@Entity
public class ApiToken extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    private Long organisationId;
    private String name;
    private byte[] hash;
    private Instant createdAt;
    private Instant lastUsedAt;
    private Instant revokedAt;

    @Version
    private long version;

    protected ApiToken() {}

    ApiToken(Account account, Long organisationId, String name, byte[] hash, Instant now) {
        this.account = account;
        this.organisationId = organisationId;
        this.name = name;
        this.hash = hash.clone();
        this.createdAt = now;
    }

    void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }

    Account getAccount() {
        return account;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public String getName() {
        return name;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getLastUsedAt() {
        return lastUsedAt;
    }

    public Instant getRevokedAt() {
        return revokedAt;
    }
}
