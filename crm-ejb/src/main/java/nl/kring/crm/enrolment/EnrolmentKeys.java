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

    void remember(Enrolment made, SeatAllocation.Claim claim) {
        if (claim.key() == null) {
            return;
        }
        int remembered = em.createNativeQuery("""
                insert into crm.enrolment_key (account_id, key, edition_id, person_id, enrolment_id, created_at)
                values (:account, :key, :edition, :person, :enrolment, :now) on conflict do nothing
                """)
                .setParameter("account", claim.accountId())
                .setParameter("key", claim.key())
                .setParameter("edition", made.getEdition().getId())
                .setParameter("person", made.getPerson().getId())
                .setParameter("enrolment", made.getId())
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (remembered == 0) {
            throw new EnrolmentRefused.KeyReused(); // at the same moment, for another edition
        }
    }
}
