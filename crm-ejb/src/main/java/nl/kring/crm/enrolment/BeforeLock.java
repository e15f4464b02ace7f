package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import nl.kring.crm.agenda.Edition;

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

    /** Row by row, for a plan that looks all enrolments through once is kept by a connection, and they become many. */
    private static final String ASKED = """
            select s.taken >= s.capacity,
                   i.enrolled is not null,
                   o.seated is not null,
                   exists (select 1 from crm.seat_terms t where t.edition_id = e.id),
                   exists (select 1 from crm.seat_quota q where q.edition_id = e.id),
                   k.edition_id, k.person_id, k.enrolment_id
              from unnest(cast(:persons as bigint[]), cast(:accounts as bigint[]), cast(:keys as text[]))
                     with ordinality w (person, account, key, n)
              join crm.edition e on e.id = :edition
              join crm.seat_count s on s.edition_id = e.id
              left join lateral (select true as enrolled from crm.enrolment n
                                  where n.edition_id = e.id and n.person_id = w.person
                                    and n.state not in ('CANCELLED', 'REPLACED') limit 1) i on true
              left join lateral (%s limit 1) o on true
              left join lateral (select * from crm.enrolment_key
                                  where account_id = w.account and key = w.key limit 1) k on true
             order by w.n""".formatted(Repeats.seatElsewhere("w.person", ":course", ":edition"));

    static BeforeLock of(EntityManager em, SeatAllocation.Claimed wanted, Instant now) {
        return of(em, wanted.edition(), List.of(wanted), now).get(0);
    }

    /** Of several at one edition, in their order. */
    @SuppressWarnings("unchecked")
    static List<BeforeLock> of(EntityManager em, Edition edition, List<SeatAllocation.Claimed> wanted, Instant now) {
        List<Object[]> seen = em.createNativeQuery(ASKED)
                .setParameter("edition", edition.getId())
                .setParameter("course", edition.getCourse().getId())
                .setParameter(
                        "persons",
                        wanted.stream()
                                .map(each -> each.wanted().getPerson().getId())
                                .toArray(Long[]::new))
                .setParameter(
                        "accounts",
                        wanted.stream().map(each -> each.claim().accountId()).toArray(Long[]::new))
                .setParameter(
                        "keys", wanted.stream().map(each -> each.claim().key()).toArray(String[]::new))
                .setParameter("now", now)
                .getResultList();
        return seen.stream().map(BeforeLock::of).toList();
    }

    private static BeforeLock of(Object[] seen) {
        return new BeforeLock(
                (Boolean) seen[0],
                (Boolean) seen[1],
                (Boolean) seen[2],
                (Boolean) seen[3],
                (Boolean) seen[4],
                seen[7] == null ? null : new EnrolmentKeys.Made((Long) seen[5], (Long) seen[6], (Long) seen[7]));
    }
}
