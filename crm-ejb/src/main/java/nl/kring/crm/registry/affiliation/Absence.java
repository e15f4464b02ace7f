package nl.kring.crm.registry.affiliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import nl.kring.crm.registry.Period;

/** That somebody is away, and perhaps who stands in. Never why: there is no place for it. */
@Entity
class Absence extends Dated {

    @Column(updatable = false)
    private Long personId;

    private Long coveredBy;

    protected Absence() {}

    Absence(Long personId, Long coveredBy, Period period, Saying saying) {
        super(period, saying);
        this.personId = personId;
        this.coveredBy = coveredBy;
    }

    @Override
    Long getPersonId() {
        return personId;
    }

    @Override
    Long getOrganisationId() {
        return null;
    }

    Long getCoveredBy() {
        return coveredBy;
    }
}
