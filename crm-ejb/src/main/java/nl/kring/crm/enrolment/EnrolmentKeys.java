package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The same key from the same account again gives the same answer. */
final class EnrolmentKeys {

    private final EntityManager em;
    private final Clock clock;

    EnrolmentKeys(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** What an earlier call with the same key made. */
    Optional<Enrolment> earlier(Enrolment wanted, SeatAllocation.Claim claim) {
        if (claim.key() == null) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("""
                select edition_id, person_id, enrolment_id from crm.enrolment_key where account_id = :account and key = :key
                """)
                .setParameter("account", claim.accountId())
                .setParameter("key", claim.key())
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = rows.get(0);
        boolean same = row[0].equals(wanted.getEdition().getId())
                && row[1].equals(wanted.getPerson().getId());
        if (!same) {
            throw new EnrolmentRefused.KeyReused();
        }
        return Optional.of(em.find(Enrolment.class, row[2]));
    }

    /**
     * Keeps the key, the first line of the story, and gives the rank on the waiting list: in one statement, for others wait for
     * the seats.
     *
     * @return where who waits stands, from 1; null for who does not
     */
    Integer remember(Enrolment made, SeatAllocation.Claim claim) {
        Object[] kept = (Object[]) em.createNativeQuery("""
                with told as (
                  insert into crm.enrolment_event (enrolment_id, at, what, account_id, reason)
                  values (:enrolment, :now, :what, cast(:account as bigint), cast(:reason as text))),
                kept as (
                  insert into crm.enrolment_key (account_id, key, edition_id, person_id, enrolment_id, created_at)
                  select :account, :key, :edition, :person, :enrolment, :now where cast(:key as text) is not null
                      on conflict do nothing returning 1)
                select (select count(*) from kept),
                       (select count(*) from crm.enrolment w
                         where w.edition_id = :edition and w.state = 'WAITLISTED' and w.waiting_place <= cast(:place as integer))""")
                .setParameter("enrolment", made.getId())
                .setParameter("now", clock.instant())
                .setParameter("what", made.getState().name())
                .setParameter("account", claim.accountId())
                .setParameter("reason", claim.extraBecause())
                .setParameter("key", claim.key())
                .setParameter("edition", made.getEdition().getId())
                .setParameter("person", made.getPerson().getId())
                .setParameter("place", made.getWaitingPlace())
                .getSingleResult();
        if (claim.key() != null && ((Number) kept[0]).intValue() == 0) {
            throw new EnrolmentRefused.KeyReused(); // at the same moment, for another edition
        }
        return made.getWaitingPlace() == null ? null : ((Number) kept[1]).intValue();
    }
}
