package nl.kring.crm.security;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Objects;
import nl.kring.crm.platform.BaseEntity;

/** One role of one account, at one organisation or at the platform; ended, never deleted. */
@Entity
class RoleGrant extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Long organisationId;
    private Instant createdAt;
    private Instant endedAt;

    protected RoleGrant() {}

    RoleGrant(Account account, Role role, Long organisationId, Instant now) {
        this.account = account;
        this.role = role;
        this.organisationId = organisationId;
        this.createdAt = now;
    }

    void end(Instant now) {
        endedAt = now;
    }

    boolean is(Role other, Long otherOrganisationId) {
        return role == other && Objects.equals(organisationId, otherOrganisationId);
    }

    Account getAccount() {
        return account;
    }

    Role getRole() {
        return role;
    }

    Long getOrganisationId() {
        return organisationId;
    }
}
