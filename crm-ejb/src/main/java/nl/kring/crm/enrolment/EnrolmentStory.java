package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** What happened to each enrolment, by whom and why; it only grows. */
final class EnrolmentStory {

    private static final int LONGEST_REASON = 300;

    private final EntityManager em;
    private final Clock clock;

    EnrolmentStory(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Why somebody does something, as it is kept; null when nothing was said.
     *
     * @throws InvalidInputException it cannot be kept
     */
    static String reason(String typed) {
        return TypedText.line(typed, LONGEST_REASON);
    }

    void tell(Enrolment enrolment, String what, Long accountId) {
        tell(enrolment, what, accountId, null);
    }

    /** @param accountId null for the clock */
    void tell(Enrolment enrolment, String what, Long accountId, String reason) {
        em.createNativeQuery("""
                insert into crm.enrolment_event (enrolment_id, at, what, account_id, reason)
                values (:enrolment, :now, :what, cast(:account as bigint), cast(:reason as text))
                """)
                .setParameter("enrolment", enrolment.getId())
                .setParameter("now", clock.instant())
                .setParameter("what", what)
                .setParameter("account", accountId)
                .setParameter("reason", reason)
                .executeUpdate();
    }

    void tellAll(List<Enrolment> enrolments, String what, Long accountId) {
        tellAll(enrolments, what, accountId, null);
    }

    /** The same of many, in one statement. */
    void tellAll(List<Enrolment> enrolments, String what, Long accountId, String reason) {
        if (enrolments.isEmpty()) {
            return;
        }
        em.createNativeQuery("""
                insert into crm.enrolment_event (enrolment_id, at, what, account_id, reason)
                select id, :now, :what, cast(:account as bigint), cast(:reason as text)
                  from crm.enrolment where id in (:enrolments) order by id
                """)
                .setParameter("now", clock.instant())
                .setParameter("what", what)
                .setParameter("account", accountId)
                .setParameter("reason", reason)
                .setParameter(
                        "enrolments", enrolments.stream().map(Enrolment::getId).toList())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<EnrolmentEvent> of(Enrolment enrolment) {
        List<Object[]> rows = em.createNativeQuery("""
                        select v.at, v.what, a.display_name, v.reason
                          from crm.enrolment_event v left join crm.account a on a.id = v.account_id
                         where v.enrolment_id = :enrolment order by v.id""")
                .setParameter("enrolment", enrolment.getId())
                .getResultList();
        return rows.stream()
                .map(row -> new EnrolmentEvent((Instant) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }
}
