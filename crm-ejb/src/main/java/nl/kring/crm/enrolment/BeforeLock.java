package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Instant;

/**
 * How it looks before the seats are locked, in one question. Whether there is room may be overtaken, but it spares those who
 * come too late the queue; what is about the person is not: others who speak for the same person wait.
 *
 * @param seatElsewhere whether the person has a seat when the same course is held another time
 * @param terms whether anything was agreed about how seats are given
 * @param quotas whether seats are for some
 * @param made what an earlier call with the same key made; null when there was none
 */
record BeforeLock(
        boolean full, boolean enrolled, boolean seatElsewhere, boolean terms, boolean quotas, EnrolmentKeys.Made made) {

    private static final String ASKED = """
            select s.taken >= s.capacity,
                   exists (select 1 from crm.enrolment n where n.edition_id = e.id and n.person_id = :person
                              and n.state not in ('CANCELLED', 'REPLACED')),
                   %s,
                   exists (select 1 from crm.seat_terms t where t.edition_id = e.id),
                   exists (select 1 from crm.seat_quota q where q.edition_id = e.id),
                   k.edition_id, k.person_id, k.enrolment_id
              from crm.edition e
              join crm.seat_count s on s.edition_id = e.id
              left join crm.enrolment_key k on k.account_id = cast(:account as bigint) and k.key = cast(:key as text)
             where e.id = :edition""".formatted(Repeats.seatElsewhere(":person", ":course", ":edition"));

    static BeforeLock of(EntityManager em, Enrolment wanted, SeatAllocation.Claim claim, Instant now) {
        Object[] seen = (Object[]) em.createNativeQuery(ASKED)
                .setParameter("edition", wanted.getEdition().getId())
                .setParameter("course", wanted.getEdition().getCourse().getId())
                .setParameter("person", wanted.getPerson().getId())
                .setParameter("account", claim.accountId())
                .setParameter("key", claim.key())
                .setParameter("now", now)
                .getSingleResult();
        return new BeforeLock(
                (Boolean) seen[0],
                (Boolean) seen[1],
                (Boolean) seen[2],
                (Boolean) seen[3],
                (Boolean) seen[4],
                seen[7] == null ? null : new EnrolmentKeys.Made((Long) seen[5], (Long) seen[6], (Long) seen[7]));
    }
}
