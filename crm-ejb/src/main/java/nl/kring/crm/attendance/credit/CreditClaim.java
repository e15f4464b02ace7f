package nl.kring.crm.attendance.credit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;

/** Points that somebody declared, and what was said to it. Whose it is only a merge changes. */
@Entity
class CreditClaim extends BaseEntity {

    private Long personId;
    private Long organisationId;
    private String schemeCode;
    private String category;
    private BigDecimal points;
    private LocalDate earnedOn;
    private String title;

    @Enumerated(EnumType.STRING)
    private ClaimState state = ClaimState.OPEN;

    private String answer;
    private Instant declaredAt;
    private Long accountId;
    private Instant decidedAt;
    private Long decidedBy;

    @Version
    private long version;

    protected CreditClaim() {}

    CreditClaim(Long personId, Long organisationId, ClaimForm form, String title, Long accountId, Instant now) {
        this.personId = personId;
        this.organisationId = organisationId;
        this.schemeCode = form.scheme();
        this.category = form.category();
        this.points = form.points();
        this.earnedOn = form.day();
        this.title = title;
        this.accountId = accountId;
        this.declaredAt = now;
    }

    void decide(ClaimState decision, String reason, Long by, Instant now) {
        state = decision;
        answer = reason;
        decidedBy = by;
        decidedAt = now;
    }

    boolean isOpen() {
        return state == ClaimState.OPEN;
    }

    ClaimState getState() {
        return state;
    }

    Long getPersonId() {
        return personId;
    }

    Long getOrganisationId() {
        return organisationId;
    }
}
