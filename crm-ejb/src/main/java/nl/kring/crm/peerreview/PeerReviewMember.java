package nl.kring.crm.peerreview;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;

/** Somebody in a group for a while; both days are in it. */
@Entity
class PeerReviewMember extends BaseEntity {

    private Long groupId;

    @Column(updatable = false)
    private Long personId;

    @Enumerated(EnumType.STRING)
    private GroupRole role;

    private LocalDate validFrom;
    private LocalDate validTo;
    private Long accountId;
    private Instant createdAt;

    @Version
    private long version;

    protected PeerReviewMember() {}

    PeerReviewMember(Long groupId, Long personId, GroupRole role, LocalDate from, Long accountId, Instant now) {
        this.groupId = groupId;
        this.personId = personId;
        this.role = role;
        this.validFrom = from;
        this.accountId = accountId;
        this.createdAt = now;
    }

    void leave(LocalDate lastDay) {
        validTo = lastDay;
    }

    LocalDate getValidFrom() {
        return validFrom;
    }

    LocalDate getValidTo() {
        return validTo;
    }
}
