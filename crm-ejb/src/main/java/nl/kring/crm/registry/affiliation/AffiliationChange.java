package nl.kring.crm.registry.affiliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** One act on affiliations, memberships and absences; its steps stand in a table of their own. */
@Entity
class AffiliationChange extends BaseEntity {

    private String what;

    @Column(updatable = false)
    private Long personId;

    private Long organisationId;
    private Long accountId;
    private Instant madeAt;
    private Instant undoneAt;

    @Version
    private long version;

    protected AffiliationChange() {}

    AffiliationChange(String what, Long personId, Dated.Saying saying) {
        this.what = what;
        this.personId = personId;
        this.organisationId = saying.organisationId();
        this.accountId = saying.accountId();
        this.madeAt = saying.at();
    }

    String getWhat() {
        return what;
    }

    Long getPersonId() {
        return personId;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    Long getAccountId() {
        return accountId;
    }

    boolean isUndone() {
        return undoneAt != null;
    }

    void undo(Instant now) {
        undoneAt = now;
    }
}
