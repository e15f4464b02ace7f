package nl.kring.crm.attendance.credit;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import nl.kring.crm.accreditation.PointsAwarded;
import nl.kring.crm.accreditation.scheme.RegisterMembershipTold;
import nl.kring.crm.attendance.AttendanceRecorded;
import nl.kring.crm.security.CurrentUser;

/** Keeps the ledger in step with who was there, what courses are worth and who is in which register. */
@Dependent
class CreditNews {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    void recorded(@Observes AttendanceRecorded news) {
        settle(CreditTable.Of.EDITIONS, news.editionId());
    }

    void awarded(@Observes PointsAwarded news) {
        settle(CreditTable.Of.COURSES, news.courseId());
    }

    void told(@Observes RegisterMembershipTold news) {
        settle(CreditTable.Of.PERSONS, news.personId());
    }

    private void settle(CreditTable.Of of, Long id) {
        em.flush();
        new CreditTable(em).settle(of, List.of(id), currentUser.accountId(), clock.instant());
    }
}
