package nl.kring.crm.registry.affiliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import nl.kring.crm.registry.Period;

/** What somebody does at an organisation for a while. */
@Entity
class Affiliation extends Dated {

    @Column(updatable = false)
    private Long personId;

    private Long organisationId;

    @Enumerated(EnumType.STRING)
    private AffiliationRole role;

    @Column(precision = 4, scale = 2)
    private BigDecimal fte;

    private boolean main;
    private Long replacesId;
    private boolean derived;
    private String reason;

    protected Affiliation() {}

    Affiliation(Long personId, Long organisationId, Terms terms, Period period, Saying saying) {
        super(period, saying);
        this.personId = personId;
        this.organisationId = organisationId;
        this.role = terms.role();
        this.fte = terms.fte();
        this.main = terms.main();
        this.replacesId = terms.replacesId();
        this.reason = terms.reason();
    }

    /** In what capacity. */
    record Terms(AffiliationRole role, BigDecimal fte, boolean main, Long replacesId, String reason) {}

    @Override
    Long getPersonId() {
        return personId;
    }

    @Override
    Long getOrganisationId() {
        return organisationId;
    }

    AffiliationRole getRole() {
        return role;
    }

    Terms terms() {
        return new Terms(role, fte, main, replacesId, reason);
    }

    @Override
    boolean isDerived() {
        return derived;
    }

    @Override
    void takeInHand(Long account) {
        super.takeInHand(account);
        derived = false;
    }

    /** Somebody says that the registers err; it stays derived, so that it is known which rows err. */
    void deny(Long account) {
        super.takeInHand(account);
    }

    void because(String why) {
        reason = why;
    }

    @Override
    void restore(Period before, boolean derivedBefore, Instant withdrawnBefore) {
        super.restore(before, derivedBefore, withdrawnBefore);
        derived = derivedBefore;
    }
    /** Who is stood in for; null for nobody. */
    Long getReplacesId() {
        return replacesId;
    }
}
