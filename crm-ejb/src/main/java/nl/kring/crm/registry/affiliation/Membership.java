package nl.kring.crm.registry.affiliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import nl.kring.crm.registry.Period;

/** That a person, a practice or a legal entity belongs to an organisation for a while. */
@Entity
class Membership extends Dated {

    @Column(updatable = false)
    private Long personId;

    private Long holderId;
    private Long organisationId;

    @Enumerated(EnumType.STRING)
    private MembershipKind kind;

    private String number;
    private boolean derived;
    private String reason;

    protected Membership() {}

    /** Held by a person or by an organisation: one of the two is null. */
    Membership(
            Long personId,
            Long holderId,
            Long organisationId,
            MembershipKind kind,
            String number,
            Period period,
            Saying saying) {
        super(period, saying);
        this.personId = personId;
        this.holderId = holderId;
        this.organisationId = organisationId;
        this.kind = kind;
        this.number = number;
    }

    @Override
    Long getPersonId() {
        return personId;
    }

    Long getHolderId() {
        return holderId;
    }

    @Override
    Long getOrganisationId() {
        return organisationId;
    }

    MembershipKind getKind() {
        return kind;
    }

    String getNumber() {
        return number;
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
}
