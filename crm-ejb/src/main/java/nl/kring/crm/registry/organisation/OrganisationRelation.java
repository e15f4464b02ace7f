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

/** How one organisation stood to another for a while. Ending is a last day; what was never so is withdrawn. */
@Entity
class OrganisationRelation extends BaseEntity {

    private Long fromId;
    private Long toId;

    @Enumerated(EnumType.STRING)
    private RelationKind kind;

    @Embedded
    private Period period;

    private Long organisationId;
    private Long accountId;
    private Long successionId;
    private Instant createdAt;
    private Instant withdrawnAt;

    @Version
    private long version;

    protected OrganisationRelation() {}

    OrganisationRelation(Long fromId, RelationKind kind, Long toId, Period period, Author author) {
        this.fromId = fromId;
        this.toId = toId;
        this.kind = kind;
        this.period = period;
        this.organisationId = author.organisationId();
        this.accountId = author.accountId();
        this.createdAt = author.at();
    }

    Long getFromId() {
        return fromId;
    }

    Period getPeriod() {
        return period == null ? Period.always() : period;
    }

    Long getToId() {
        return toId;
    }

    /** Refuses a last day before the first. */
    void endOn(LocalDate last) {
        period = getPeriod().until(last);
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }
}
