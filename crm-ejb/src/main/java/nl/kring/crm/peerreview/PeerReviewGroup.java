package nl.kring.crm.peerreview;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;

/** A group with fixed members that meets to look at its own work, kept by one organisation. */
@Entity
class PeerReviewGroup extends BaseEntity {

    private Long organisationId;

    @Enumerated(EnumType.STRING)
    private GroupKind kind;

    private String name;
    private LocalDate beginsOn;
    private LocalDate endsOn;
    private Instant createdAt;

    @Version
    private long version;

    protected PeerReviewGroup() {}

    PeerReviewGroup(Long organisationId, Instant now) {
        this.organisationId = organisationId;
        this.createdAt = now;
    }

    void describe(GroupKind newKind, String newName, LocalDate begins, LocalDate ends) {
        kind = newKind;
        name = newName;
        beginsOn = begins;
        endsOn = ends;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    GroupKind getKind() {
        return kind;
    }

    String getName() {
        return name;
    }

    LocalDate getBeginsOn() {
        return beginsOn;
    }

    LocalDate getEndsOn() {
        return endsOn;
    }

    long getVersion() {
        return version;
    }
}
