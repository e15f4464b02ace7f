package nl.kring.crm.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Sha256;

/** Keys for programs: made, seen and revoked by the account that they belong to. */
@Stateless
public class ApiTokens {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Identities identities;

    @Inject
    private KeyUses uses;

    @Inject
    private Event<SecurityFact> facts;

    /** A new key: its text is shown this once. */
    public record Issued(UUID uuid, String text) {}

    /**
     * Makes a key for the caller in the capacity that the caller has now. Who came by a mailed link gets none: a key stays
     * good long after the mailbox was somebody else's.
     *
     * @throws InvalidInputException without a name, or the caller came by a mailed link
     */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public Issued issue(String name) {
        Identity caller = currentUser.identity().orElseThrow(NotFoundException::new);
        if (currentUser.cameByLink()) {
            throw new InvalidInputException("sign-in-link-password");
        }
        return issue(caller.accountUuid(), caller.organisationId(), name);
    }

    /** Makes a key for an account. For the platform's administrator, who hands it over. */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public Issued issueFor(UUID accountUuid, Long organisationId, String name) {
        return issue(accountUuid, organisationId, name);
    }

    /** The caller's keys, newest first, revoked ones too. */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public List<ApiToken> mine() {
        return em.createQuery(
                        "select t from ApiToken t where t.account.id = :account order by t.createdAt desc, t.id desc",
                        ApiToken.class)
                .setParameter("account", currentUser.accountId())
                .getResultList();
    }

    /**
     * Ends one of the caller's keys at once.
     *
     * @throws NotFoundException the caller has no such key
     */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public void revoke(UUID uuid) {
        ApiToken token = mine().stream()
                .filter(one -> one.getUuid().equals(uuid))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (token.getRevokedAt() == null) {
            token.revoke(clock.instant());
            facts.fire(new SecurityFact("token.revoked", uuid, null));
        }
    }

    /** Who a key stands for; empty when unknown or revoked. For the authentication mechanism. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Identity> identify(String text) {
        byte[] hash = Sha256.of(text);
        Optional<Identities.Holder> holder =
                identities.recognise(hash, clock.instant().minus(KeyUses.NOTED_EVERY));
        if (holder.isPresent() && holder.get().unnoted()) {
            uses.note(hash);
        }
        return holder.map(Identities.Holder::identity);
    }

    private Issued issue(UUID accountUuid, Long organisationId, String name) {
        if (name == null || name.isBlank()) {
            throw new InvalidInputException("token-needs-name");
        }
        String text = "kring_" + SecretText.random();
        Account account = identities.account(accountUuid).orElseThrow(NotFoundException::new);
        ApiToken token = new ApiToken(account, organisationId, name.strip(), Sha256.of(text), clock.instant());
        em.persist(token);
        facts.fire(new SecurityFact(
                "token.issued", token.getUuid(), account.getUuid().toString()));
        return new Issued(token.getUuid(), text);
    }
}
