package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import nl.kring.crm.registry.succession.SuccessionPreviewed;

/** Tells who looks at a succession how many who work there are enrolled for what is still to come. They stay enrolled. */
@Dependent
class SuccessionNews {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    void tell(@Observes SuccessionPreviewed news) {
        Number open = (Number) em.createNativeQuery("""
                select count(*) from crm.enrolment e
                  join crm.edition d on d.id = e.edition_id and d.state in ('PUBLISHED', 'OPEN', 'CLOSED') and d.ends_at > :now
                 where e.state not in ('CANCELLED', 'REPLACED')
                   and exists (select 1 from crm.affiliation a
                                where a.person_id = e.person_id and a.withdrawn_at is null
                                  and a.organisation_id = any (cast(:ending as bigint[]))
                                  and (a.valid_to is null or a.valid_to >= :day))""")
                .setParameter("now", clock.instant())
                .setParameter("ending", news.predecessorIds().toArray(Long[]::new))
                .setParameter("day", news.day())
                .getSingleResult();
        news.tell("enrolments", open.longValue());
    }
}
