package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.SeatCount;

/** The same key from the same account again gives the same answer. */
final class EnrolmentKeys {

    private final EntityManager em;
    private final Clock clock;

    EnrolmentKeys(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** What an earlier call with the same key was about, and what it made. */
    record Made(Long edition, Long person, Long enrolment) {}

    /**
     * What was kept of a new enrolment, as seen under the lock of the seats.
     *
     * @param position where who waits stands, from 1; null for who does not
     */
    record Kept(Integer position, EditionState edition) {}

    /**
     * The enrolment that an earlier call made.
     *
     * @throws EnrolmentRefused.KeyReused it was about somebody or something else
     */
    Enrolment made(Made earlier, Enrolment wanted) {
        boolean same = earlier.edition().equals(wanted.getEdition().getId())
                && earlier.person().equals(wanted.getPerson().getId());
        if (!same) {
            throw new EnrolmentRefused.KeyReused();
        }
        return em.find(Enrolment.class, earlier.enrolment());
    }

    /**
     * Keeps what the seats are now, the key, and the first line of the story, and looks at what may have changed until the seats
     * were locked: in one statement, for others wait for the seats.
     *
     * @throws EnrolmentRefused.KeyReused the key was used at the same moment, for another edition
     */
    Kept keep(Enrolment made, SeatAllocation.Claim claim, SeatCount seats) {
        Object[] kept = (Object[]) em.createNativeQuery("""
                with seats as (
                  update crm.seat_count set taken = :taken, extra = :extra, last_place = :last where edition_id = :edition),
                told as (
                  insert into crm.enrolment_event (enrolment_id, at, what, account_id, reason)
                  values (:enrolment, :now, :what, cast(:account as bigint), cast(:reason as text))),
                kept as (
                  insert into crm.enrolment_key (account_id, key, edition_id, person_id, enrolment_id, created_at)
                  select :account, :key, :edition, :person, :enrolment, :now where cast(:key as text) is not null
                      on conflict do nothing returning 1)
                select (select count(*) from kept),
                       (select count(*) from crm.enrolment w
                         where w.edition_id = :edition and w.state = 'WAITLISTED' and w.waiting_place <= cast(:place as integer)),
                       (select e.state from crm.edition e where e.id = :edition)""")
                .setParameter("taken", seats.getTaken())
                .setParameter("extra", seats.getExtra())
                .setParameter("last", seats.getLastPlace())
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
            throw new EnrolmentRefused.KeyReused();
        }
        return new Kept(
                made.getWaitingPlace() == null ? null : ((Number) kept[1]).intValue(),
                EditionState.valueOf((String) kept[2]));
    }
}
