package nl.kring.crm.registry.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** What somebody says of one field of an organisation, by hand. It is withdrawn, never changed. */
@Entity
class OrganisationStatement extends BaseEntity {

    private Long subjectId;
    private String field;
    private String value;
    private Long organisationId;
    private Long accountId;
    private Instant saidAt;
    private String reason;
    private Instant withdrawnAt;

    @Version
    private long version;

    protected OrganisationStatement() {}

    OrganisationStatement(Organisation subject, OrganisationField field, String value, Author author, String reason) {
        this.subjectId = subject.getId();
        this.field = field.code();
        this.value = value;
        this.organisationId = author.organisationId();
        this.accountId = author.accountId();
        this.saidAt = author.at();
        this.reason = reason;
    }

    Long getSubjectId() {
        return subjectId;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }
}
