package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
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
     * What was kept of new enrolments, as seen under the lock of the seats.
     *
     * @param firstPosition where the first of those stands who wait now, from 1; the others stand behind it one by one
     */
    record Kept(int firstPosition, EditionState edition) {}

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
     * Keeps what the seats are now, the keys, and the first line of each story, and looks at what may have changed until the
     * seats were locked: in one statement, for others wait for the seats.
     *
     * @param made new ones of one edition; who wait stand in the order of their places
     * @throws EnrolmentRefused.KeyReused a key was used at the same moment, for another edition
     */
    Kept keep(List<SeatAllocation.Claimed> made, SeatCount seats) {
        Object[] kept = (Object[]) em.createNativeQuery("""
                with seats as (
                  update crm.seat_count set taken = :taken, extra = :extra, last_place = :last where edition_id = :edition),
                made as (
                  select * from unnest(cast(:enrolments as bigint[]), cast(:persons as bigint[]), cast(:whats as text[]),
                                       cast(:accounts as bigint[]), cast(:reasons as text[]), cast(:keys as text[]))
                                with ordinality m (enrolment, person, what, account, reason, key, n)),
                told as (
                  insert into crm.enrolment_event (enrolment_id, at, what, account_id, reason)
                  select enrolment, :now, what, account, reason from made order by n),
                kept as (
                  insert into crm.enrolment_key (account_id, key, edition_id, person_id, enrolment_id, created_at)
                  select account, key, :edition, person, enrolment, :now from made where key is not null order by n
                      on conflict do nothing returning 1)
                select (select count(*) from kept),
                       (select count(*) from crm.enrolment w
                         where w.edition_id = :edition and w.state = 'WAITLISTED' and w.waiting_place <= cast(:place as integer)),
                       (select e.state from crm.edition e where e.id = :edition)""")
                .setParameter("taken", seats.getTaken())
                .setParameter("extra", seats.getExtra())
                .setParameter("last", seats.getLastPlace())
                .setParameter("now", clock.instant())
                .setParameter("edition", seats.getEditionId())
                .setParameter("enrolments", all(made, each -> each.wanted().getId(), Long[]::new))
                .setParameter(
                        "persons", all(made, each -> each.wanted().getPerson().getId(), Long[]::new))
                .setParameter(
                        "whats", all(made, each -> each.wanted().getState().name(), String[]::new))
                .setParameter("accounts", all(made, each -> each.claim().accountId(), Long[]::new))
                .setParameter("reasons", all(made, each -> each.claim().extraBecause(), String[]::new))
                .setParameter("keys", all(made, each -> each.claim().key(), String[]::new))
                .setParameter("place", firstPlace(made))
                .getSingleResult();
        long keys = made.stream().filter(each -> each.claim().key() != null).count();
        if (((Number) kept[0]).longValue() != keys) {
            throw new EnrolmentRefused.KeyReused();
        }
        return new Kept(((Number) kept[1]).intValue(), EditionState.valueOf((String) kept[2]));
    }

    private static Integer firstPlace(List<SeatAllocation.Claimed> made) {
        return made.stream()
                .map(each -> each.wanted().getWaitingPlace())
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .orElse(null);
    }

    private static <T> T[] all(
            List<SeatAllocation.Claimed> made, Function<SeatAllocation.Claimed, T> value, IntFunction<T[]> array) {
        return made.stream().map(value).toArray(array);
    }
}
