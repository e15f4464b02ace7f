package nl.kring.crm.enrolment.price;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Which policy the organisers of an edition chose for it. */
@Entity
class EditionPolicy {

    @Id
    private Long editionId;

    private Long policyId;

    protected EditionPolicy() {}

    EditionPolicy(Long editionId) {
        this.editionId = editionId;
    }

    void choose(Long policy) {
        policyId = policy;
    }

    Long getPolicyId() {
        return policyId;
    }
}
