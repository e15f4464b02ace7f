package nl.kring.crm.security;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.platform.Sha256;

/** The links of accounts: one each, of which the hash is kept, good for a quarter of an hour and once. */
@Dependent
class OneTimeLinks {

    static final Duration VALID = Duration.ofMinutes(15);

    private static final String PAGE = "/security/use-link.xhtml?";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Identities identities;

    @Inject
    private Event<SignInLinkRequested> requests;

    @Inject
    private Event<SecurityFact> facts;

    /** The account with that address, as itself, with what keeps a link from it; empty when there is none. */
    Optional<Candidate> candidate(String email) {
        return em.createQuery("select a from Account a where a.email = :email", Account.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst()
                .map(account -> new Candidate(identities.of(account, null), obstacle(account)));
    }

    /**
     * Who may get a link.
     *
     * @param obstacle why he or she gets none; null when nothing is in the way
     */
    record Candidate(Identity identity, String obstacle) {}

    /** Who signs in by a link that was just used; empty when the account may no longer. */
    Optional<Identity> entitled(Account account) {
        return obstacle(account) == null ? Optional.of(identities.of(account, null)) : Optional.empty();
    }

    boolean hasRoles(Identity identity) {
        return !identities.grants(em.find(Account.class, identity.accountId())).isEmpty();
    }

    private String obstacle(Account account) {
        if (!account.isActive()) {
            return "inactive";
        }
        if (account.getPersonId() == null) {
            return "no professional";
        }
        if (!identities.grants(account).isEmpty()) {
            return "has roles";
        }
        return confirmedSince(account.getId()).isEmpty() ? "not confirmed" : null;
    }

    /** Lets a link be delivered; false when whoever delivers it left it, since several read that address. */
    boolean offer(SignInLinkRequested.Purpose purpose, Identity owner) {
        SignInLinkRequested request = new SignInLinkRequested(purpose, owner, () -> make(purpose, owner));
        requests.fire(request);
        tell(
                request.isTaken() ? "sign-in-link.sent" : "sign-in-link.withheld",
                owner,
                purpose + (request.isTaken() ? "" : " shared address"));
        return request.isTaken();
    }

    private String make(SignInLinkRequested.Purpose purpose, Identity owner) {
        String secret = SecretText.random();
        Instant now = clock.instant();
        em.createNativeQuery("""
                insert into crm.sign_in_link (account_id, purpose, hash, email, made_at, valid_until)
                values (:account, :purpose, :hash, :email, :now, :until)
                on conflict (account_id) do update
                   set purpose = excluded.purpose, hash = excluded.hash, email = excluded.email,
                       made_at = excluded.made_at, valid_until = excluded.valid_until, used_at = null""")
                .setParameter("account", owner.accountId())
                .setParameter("purpose", purpose.name())
                .setParameter("hash", Sha256.of(secret))
                .setParameter("email", owner.email())
                .setParameter("now", now)
                .setParameter("until", now.plus(VALID))
                .executeUpdate();
        return Settings.baseUrl()
                + PAGE
                + (purpose == SignInLinkRequested.Purpose.CONFIRM ? "confirm=" : "token=")
                + secret;
    }

    /** Uses a link up; empty when there is none that is good any more. Of two who use it at once one finds it used. */
    Optional<Account> use(byte[] hash, SignInLinkRequested.Purpose purpose) {
        int used = em.createNativeQuery("""
                        update crm.sign_in_link l
                           set used_at = :now
                          from crm.account a
                         where a.id = l.account_id and a.email = l.email and l.hash = :hash and l.purpose = :purpose
                           and l.used_at is null and l.valid_until > :now""")
                .setParameter("now", clock.instant())
                .setParameter("hash", hash)
                .setParameter("purpose", purpose.name())
                .executeUpdate();
        return used == 0 ? Optional.empty() : accountOf(hash);
    }

    /** Whose link it is or was. */
    Optional<Account> accountOf(byte[] hash) {
        @SuppressWarnings("unchecked")
        List<Number> found = em.createNativeQuery("select account_id from crm.sign_in_link where hash = :hash")
                .setParameter("hash", hash)
                .getResultList();
        return found.stream().findFirst().map(id -> em.find(Account.class, id.longValue()));
    }

    void refused(Account account) {
        facts.fire(new SecurityFact("sign-in-link.refused", account.getUuid(), null));
    }

    void confirm(Identity owner) {
        em.createNativeQuery("""
                insert into crm.personal_address (account_id, email, confirmed_at) values (:account, :email, :now)
                on conflict (account_id) do update set email = excluded.email, confirmed_at = excluded.confirmed_at""")
                .setParameter("account", owner.accountId())
                .setParameter("email", owner.email())
                .setParameter("now", clock.instant())
                .executeUpdate();
        tell("address.confirmed", owner, null);
    }

    /** Since when nobody else reads the address that the account has now. */
    Optional<Instant> confirmedSince(Long account) {
        @SuppressWarnings("unchecked")
        List<Instant> since = em.createNativeQuery("""
                        select p.confirmed_at from crm.personal_address p join crm.account a on a.id = p.account_id
                         where p.account_id = :account and p.email = a.email""", Instant.class)
                .setParameter("account", account)
                .getResultList();
        return since.stream().findFirst();
    }

    void forget(Identity owner) {
        for (String table : List.of("crm.sign_in_link", "crm.personal_address")) {
            em.createNativeQuery("delete from " + table + " where account_id = :account")
                    .setParameter("account", owner.accountId())
                    .executeUpdate();
        }
        tell("address.withdrawn", owner, null);
    }

    void tell(String action, Identity owner, String detail) {
        facts.fire(new SecurityFact(action, owner.accountUuid(), detail));
    }
}
