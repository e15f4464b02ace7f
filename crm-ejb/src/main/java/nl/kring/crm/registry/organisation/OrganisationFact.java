package nl.kring.crm.registry.organisation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.Period;

/** What was so of an organisation for a while. One value of a kind at a time. */
@Entity
class OrganisationFact extends BaseEntity {

    private Long subjectId;

    @Enumerated(EnumType.STRING)
    private OrganisationFactKind fact;

    private String value;

    @Embedded
    private Period period;

    private Long organisationId;
    private Long accountId;
    private Instant createdAt;
    private Instant withdrawnAt;

    @Version
    private long version;

    protected OrganisationFact() {}

    OrganisationFact(Organisation subject, OrganisationFactKind fact, String value, Period period, Author author) {
        this.subjectId = subject.getId();
        this.fact = fact;
        this.value = value;
        this.period = period;
        this.organisationId = author.organisationId();
        this.accountId = author.accountId();
        this.createdAt = author.at();
    }

    Long getSubjectId() {
        return subjectId;
    }

    OrganisationFactKind getFact() {
        return fact;
    }

    /** A period of which both ends are open is no object for the database. */
    Period getPeriod() {
        return period == null ? Period.always() : period;
    }

    /** Holds up to and including another day; null is until further notice. */
    void holdUntil(LocalDate last) {
        period = getPeriod().until(last);
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }
}
