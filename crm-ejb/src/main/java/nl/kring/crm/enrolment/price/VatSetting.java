package nl.kring.crm.enrolment.price;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;

/** From a day on an organisation teaches free of VAT, or no longer. */
@Entity
class VatSetting extends BaseEntity {

    private Long organisationId;
    private LocalDate validFrom;
    private boolean exempt;
    private Long accountId;
    private Instant madeAt;

    protected VatSetting() {}

    VatSetting(Long organisationId, LocalDate validFrom) {
        this.organisationId = organisationId;
        this.validFrom = validFrom;
    }

    void say(boolean isExempt, Long account, Instant now) {
        exempt = isExempt;
        accountId = account;
        madeAt = now;
    }

    LocalDate getValidFrom() {
        return validFrom;
    }

    boolean isExempt() {
        return exempt;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    Long getAccountId() {
        return accountId;
    }

    Instant getMadeAt() {
        return madeAt;
    }
}
