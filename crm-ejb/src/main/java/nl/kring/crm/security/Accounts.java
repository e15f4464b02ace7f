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
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;

/** Signing in, and who has which account and role. */
@Stateless
public class Accounts {

    private static final Logger LOG = Logger.getLogger(Accounts.class.getName());
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_ADDRESS = 254;
    private static final Map<String, String> HASHING = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "64");

    /** Somebody who does not exist, so that an unknown address takes as long as a wrong password. */
    private static String hashOfNobody;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Identities identities;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Pbkdf2PasswordHash hash;

    @Inject
    private Event<SecurityFact> facts;

    /**
     * Checks an e-mail address and a password. Anyone may call it.
     *
     * @param address the network address that the attempt comes from, for counting
     * @return the account in its first capacity: as itself, or else for its first organisation
     * @throws SignInRefusedException unknown, wrong, locked or inactive, always the same and equally slow
     */
    @PermitAll
    public Identity signIn(String email, String password, String address) {
        String folded = typed(email);
        boolean locked = throttle.isLocked(folded, address);
        Optional<Account> account = byEmail(folded).filter(Account::isActive);
        hash.initialize(HASHING);
        String expected = account.map(Account::getPasswordHash).orElseGet(this::hashOfNobody);
        boolean right = hash.verify(password.toCharArray(), expected);
        Optional<Identity> identity = account.flatMap(this::firstCapacity);
        if (locked || !right || identity.isEmpty()) {
            throttle.failed(folded, address);
            throw new SignInRefusedException();
        }
        throttle.succeeded(folded);
        LOG.info(() -> "signed in: account " + identity.get().accountUuid());
        return identity.get();
    }

    /** Who an account is in a capacity; empty when it may not act so (any more). For the authentication mechanism. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Identity> identify(UUID accountUuid, Long organisationId) {
        return identities.recognise(accountUuid, organisationId);
    }

    /**
     * Makes an account. For the platform's administrator.
     *
     * @param password at least 12 characters
     * @param personId the person of the register that it belongs to, or null
     * @throws InvalidInputException the address is none or taken, there is no name, or the password is too short
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public Account create(String email, String displayName, String password, Long personId) {
        if (email == null || !email.strip().matches("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+")) {
            throw new InvalidInputException("account-email");
        }
        if (displayName == null || displayName.isBlank()) {
            throw new InvalidInputException("account-name");
        }
        if (password == null || password.length() < SHORTEST_PASSWORD) {
            throw new InvalidInputException("password-too-short", SHORTEST_PASSWORD);
        }
        if (byEmail(Account.fold(email)).isPresent()) {
            throw new InvalidInputException("account-exists", email);
        }
        hash.initialize(HASHING);
        Account account = new Account(
                email, displayName.strip(), hash.generate(password.toCharArray()), personId, clock.instant());
        em.persist(account);
        facts.fire(new SecurityFact("account.created", account.getUuid(), null));
        return account;
    }

    /**
     * Makes an account with its first role, both or neither. For the platform's administrator.
     *
     * @param password at least 12 characters
     * @param organisationId where the role holds, null for roles of the platform itself
     * @throws InvalidInputException as {@link #create(String, String, String, Long)} and {@link #grant} say
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void createWithRole(String email, String displayName, String password, Role role, Long organisationId) {
        Account account = create(email, displayName, password, null);
        grant(account.getUuid(), role, organisationId);
    }

    /**
     * Gives an account a role. For the platform's administrator.
     *
     * @param organisationId where it holds, null for roles of the platform itself
     * @throws NotFoundException there is no such active account
     * @throws InvalidInputException the role asks for an organisation or for none, or the account holds it already
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void grant(UUID accountUuid, Role role, Long organisationId) {
        if (role.isOfOrganisation() != (organisationId != null)) {
            throw new InvalidInputException("role-needs-organisation");
        }
        Account account = identities.account(accountUuid).orElseThrow(NotFoundException::new);
        if (identities.grants(account).stream().anyMatch(grant -> grant.is(role, organisationId))) {
            throw new InvalidInputException("role-held", account.getEmail());
        }
        em.persist(new RoleGrant(account, role, organisationId, clock.instant()));
        facts.fire(new SecurityFact("account.role-given", account.getUuid(), role + at(organisationId)));
    }

    /**
     * The accounts whose address or name has a text, by address, each with the roles that it holds now. For the platform's
     * administrator.
     *
     * @param text part of the address or the name, or null for all
     * @return the first 100 at most
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public List<AccountLine> list(String text) {
        return new AccountLines(em).list(text);
    }

    /**
     * Ends a role at once. For the platform's administrator.
     *
     * @throws NotFoundException there is no such role, or it has ended
     * @throws InvalidInputException it is that of the last administrator of the platform
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void endRole(UUID grantUuid) {
        RoleGrant grant = em.createQuery(
                        "select g from RoleGrant g join fetch g.account where g.uuid = :uuid and g.endedAt is null",
                        RoleGrant.class)
                .setParameter("uuid", grantUuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        grant.end(clock.instant());
        requireAnAdministrator();
        facts.fire(new SecurityFact(
                "account.role-ended", grant.getAccount().getUuid(), grant.getRole() + at(grant.getOrganisationId())));
    }

    /**
     * Lets an account sign in, or no longer: then its sessions and keys end at the next request. For the platform's
     * administrator.
     *
     * @throws NotFoundException there is no such account
     * @throws InvalidInputException it is that of the last administrator of the platform
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void setActive(UUID accountUuid, boolean active) {
        Account account = em.createQuery("select a from Account a where a.uuid = :uuid", Account.class)
                .setParameter("uuid", accountUuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        account.letIn(active);
        requireAnAdministrator();
        facts.fire(new SecurityFact(active ? "account.activated" : "account.deactivated", account.getUuid(), null));
    }

    private void requireAnAdministrator() {
        boolean one = em.createQuery("""
                        select g.id from RoleGrant g
                         where g.role = :role and g.endedAt is null and g.account.active""", Long.class)
                .setParameter("role", Role.PLATFORM_ADMIN)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .isPresent();
        if (!one) {
            throw new InvalidInputException("last-administrator");
        }
    }

    private static String at(Long organisationId) {
        return organisationId == null ? "" : " organisation " + organisationId;
    }

    /** What was typed as an address, as far as one can be: it is also counted, and an index has an end. */
    static String typed(String email) {
        String folded = Account.fold(email).replaceAll("[\\p{Cc}\\p{Cs}]", "");
        return folded.substring(0, Math.min(folded.length(), LONGEST_ADDRESS));
    }

    private Optional<Account> byEmail(String folded) {
        return em.createQuery("select a from Account a where a.email = :email", Account.class)
                .setParameter("email", folded)
                .getResultStream()
                .findFirst();
    }

    private Optional<Identity> firstCapacity(Account account) {
        List<Long> capacities = identities.capacities(account);
        return capacities.isEmpty() ? Optional.empty() : Optional.of(identities.of(account, capacities.get(0)));
    }

    private String hashOfNobody() {
        if (hashOfNobody == null) {
            hashOfNobody = hash.generate(UUID.randomUUID().toString().toCharArray());
        }
        return hashOfNobody;
    }
}
