package nl.kring.crm.intake.review;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import nl.kring.crm.registry.merging.PersonsSettled;

/** What was settled elsewhere is no longer asked at the desk, and is asked again when that is taken back. */
@Dependent
class SettledReviews {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    void settle(@Observes PersonsSettled settled) {
        em.flush();
        em.createNativeQuery("select crm.settle_reviews(cast(:persons as bigint[]), :now)")
                .setParameter("persons", settled.persons().toArray(Long[]::new))
                .setParameter("now", clock.instant())
                .getSingleResult();
    }
}
