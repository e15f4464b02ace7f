package nl.kring.crm.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts failed sign-ins in the database, per account and per address, in a transaction that a refusal does not undo.
 * Five failures of an account, or fifty from an address, within a quarter of an hour close the door for that long.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInThrottle {

    static final int MOST_OF_ACCOUNT = 5;
    static final int MOST_OF_ADDRESS = 50;
    static final int MOST_LINKS = 3;
    static final int MOST_LINKS_FROM_ADDRESS = 20;
    static final Duration WINDOW = Duration.ofMinutes(15);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** True while the account or the address is closed. */
    public boolean isLocked(String email, String address) {
        Number locked = (Number) em.createNativeQuery("""
                select count(*) from crm.sign_in_failure
                 where counted in (:account, :address) and locked_until > :now
                """)
                .setParameter("account", "account " + email)
                .setParameter("address", "address " + address)
                .setParameter("now", clock.instant())
                .getSingleResult();
        return locked.intValue() > 0;
    }

    /**
     * Counts that a link is asked for, whether there is such an account or not, apart from failures: three for an account and
     * twenty from an address within a quarter of an hour. False when it is one too many. Counted before it is looked at, so
     * that many at once get no more.
     */
    public boolean mayAskLink(String email, String address) {
        String account = "link " + email;
        String from = "links from " + address;
        count(account, MOST_LINKS);
        count(from, MOST_LINKS_FROM_ADDRESS);
        Number over = (Number) em.createNativeQuery("""
                select count(*) from crm.sign_in_failure
                 where counted = :account and failures > :most or counted = :from and failures > :mostFrom
                """)
                .setParameter("account", account)
                .setParameter("most", MOST_LINKS)
                .setParameter("from", from)
                .setParameter("mostFrom", MOST_LINKS_FROM_ADDRESS)
                .getSingleResult();
        return over.intValue() == 0;
    }

    /** Counts a failure of both. */
    public void failed(String email, String address) {
        count("account " + email, MOST_OF_ACCOUNT);
        count("address " + address, MOST_OF_ADDRESS);
    }

    /** A right password opens the account again. */
    public void succeeded(String email) {
        em.createNativeQuery("delete from crm.sign_in_failure where counted = :account")
                .setParameter("account", "account " + email)
                .executeUpdate();
    }

    private void count(String counted, int most) {
        Instant now = clock.instant();
        em.createNativeQuery("""
                insert into crm.sign_in_failure as f (counted, failures, since) values (:counted, 1, :now)
                on conflict (counted) do update
                   set failures = case when f.since < :start then 1 else f.failures + 1 end,
                       since = case when f.since < :start then :now else f.since end,
                       locked_until = case when f.since >= :start and f.failures + 1 >= :most then :until
                                           else f.locked_until end
                """)
                .setParameter("counted", counted)
                .setParameter("now", now)
                .setParameter("start", now.minus(WINDOW))
                .setParameter("until", now.plus(WINDOW))
                .setParameter("most", most)
                .executeUpdate();
    }
}
