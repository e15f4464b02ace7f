package nl.kring.crm.registry.affiliation;

import jakarta.persistence.EntityManager;
import nl.kring.crm.registry.Period;

/** Nobody is away twice on one day. */
class AbsenceOverlap {

    private final EntityManager em;

    AbsenceOverlap(EntityManager em) {
        this.em = em;
    }

    void refuse(Absence absence, Period period) {
        boolean taken = em.createQuery("""
                        select a from Absence a
                         where a.personId = :person and a.withdrawnAt is null and a.uuid <> :self""", Absence.class)
                .setParameter("person", absence.getPersonId())
                .setParameter("self", absence.getUuid())
                .getResultStream()
                .anyMatch(other -> other.getPeriod().overlaps(period));
        if (taken) {
            throw new OverlapException("absence-overlap");
        }
    }
}
