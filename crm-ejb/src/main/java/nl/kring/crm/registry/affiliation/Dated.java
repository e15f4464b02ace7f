package nl.kring.crm.registry.affiliation;

import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.Period;

/** Something that is so of somebody for a while, as an organisation says. It ends, or it was never true; it never goes. */
@MappedSuperclass
abstract class Dated extends BaseEntity {

    @Embedded
    private Period period;

    private Long saidById;
    private Long accountId;
    private Instant createdAt;
    private Instant withdrawnAt;

    @Version
    private long version;

    protected Dated() {}

    Dated(Period period, Saying saying) {
        this.period = period;
        this.saidById = saying.organisationId();
        this.accountId = saying.accountId();
        this.createdAt = saying.at();
    }

    /** Who says it, and when. */
    record Saying(Long organisationId, Long accountId, Instant at) {}

    /** The person to whom it happens; null for what an organisation holds. */
    abstract Long getPersonId();

    /** The organisation that it is about; null when it is about none. */
    abstract Long getOrganisationId();

    /** A period of which both ends are open is kept as nothing at all. */
    Period getPeriod() {
        return period == null ? Period.always() : period;
    }

    Long getSaidById() {
        return saidById;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    Instant getWithdrawnAt() {
        return withdrawnAt;
    }

    long getVersion() {
        return version;
    }

    boolean isDerived() {
        return false;
    }

    /** From now on a matter of hand: no register touches it any more. */
    void takeInHand(Long account) {
        accountId = account;
    }

    void endOn(LocalDate lastDay) {
        period = getPeriod().until(lastDay);
    }

    void correctPeriod(Period right) {
        period = right;
    }

    /** It was never true. */
    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    /** As it stood before a change that is undone. */
    void restore(Period before, boolean derivedBefore, Instant withdrawnBefore) {
        period = before;
        withdrawnAt = withdrawnBefore;
    }
}
