package nl.kring.crm.enrolment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;

/** Forgets what somebody does not eat thirty days after the last session: it tells of health and belief. */
@Stateless
public class AnswerClock {

    private static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Looks each night. For the timer. */
    @Schedule(hour = "3", minute = "45", persistent = false)
    @PermitAll
    public void look() {
        em.createNativeQuery("""
                        delete from crm.enrolment_answer a
                         using crm.course_question q, crm.enrolment e, crm.edition d
                         where q.id = a.question_id and q.kind = 'DIET' and e.id = a.enrolment_id and d.id = e.edition_id
                           and d.ends_at <= :before""")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
