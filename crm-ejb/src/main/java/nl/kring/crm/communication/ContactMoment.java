package nl.kring.crm.communication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** A call, a mail or a visit, as the organisation wrote it down that it was with. */
@Entity
class ContactMoment extends BaseEntity {

    private Long organisationId;

    @Column(updatable = false)
    private Long personId;

    private Long subjectId;

    @Enumerated(EnumType.STRING)
    private ContactKind kind;

    private Instant happenedAt;
    private String note;
    private Long taskId;
    private Long accountId;
    private Instant createdAt;
    private Instant withdrawnAt;

    @Version
    private long version;

    protected ContactMoment() {}

    ContactMoment(Long organisationId, Long accountId, Instant now) {
        this.organisationId = organisationId;
        this.accountId = accountId;
        this.createdAt = now;
    }

    ContactMoment withPerson(Long id) {
        personId = id;
        return this;
    }

    ContactMoment withOrganisation(Long id) {
        subjectId = id;
        return this;
    }

    void tell(ContactKind how, Instant when, String what) {
        kind = how;
        happenedAt = when;
        note = what;
    }

    void followUpWith(Long task) {
        taskId = task;
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    void restore() {
        withdrawnAt = null;
    }

    Instant getHappenedAt() {
        return happenedAt;
    }

    long getVersion() {
        return version;
    }
}
