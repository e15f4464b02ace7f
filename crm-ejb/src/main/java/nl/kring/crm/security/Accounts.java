package nl.kring.crm.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    public Optional<Identity> identify(UUID accountUuid, Long organisationId) {
        return identities.load(accountUuid, organisationId);
    }

    /**
     * The capacities that the caller can switch between: null stands for himself or herself, a number for an
     * organisation.
     */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public List<Long> capacities(UUID accountUuid) {
        return identities.account(accountUuid).map(this::capacitiesOf).orElse(List.of());
    }

    /**
     * Makes an account. For the platform's administrator.
     *
     * @param password at least 12 characters
     * @param personId the person of the register that it belongs to, or null
     * @throws InvalidInputException the address is taken, or the password is too short
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public Account create(String email, String displayName, String password, Long personId) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new InvalidInputException("password-too-short", SHORTEST_PASSWORD);
        }
        if (byEmail(Account.fold(email)).isPresent()) {
            throw new InvalidInputException("account-exists", email);
        }
        hash.initialize(HASHING);
        Account account =
                new Account(email, displayName, hash.generate(password.toCharArray()), personId, clock.instant());
        em.persist(account);
        return account;
    }

    /**
     * Gives an account a role. For the platform's administrator.
     *
     * @param organisationId where it holds, null for roles of the platform itself
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void grant(UUID accountUuid, Role role, Long organisationId) {
        if (role.isOfOrganisation() != (organisationId != null)) {
            throw new InvalidInputException("role-needs-organisation", role);
        }
        Account account = identities.account(accountUuid).orElseThrow(NotFoundException::new);
        em.persist(new RoleGrant(account, role, organisationId, clock.instant()));
    }

    /** Remembers the caller's language, {@code nl} or {@code en}. */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public void useLanguage(UUID accountUuid, String language) {
        identities.account(accountUuid).ifPresent(account -> account.useLanguage(language));
    }

    /** The language of the account that belongs to a person; Dutch when there is none. */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public Optional<Account> ofPerson(Long personId) {
        return em.createQuery("select a from Account a where a.personId = :person", Account.class)
                .setParameter("person", personId)
                .getResultStream()
                .findFirst();
    }

    /** Every account by address. For the platform's administrator. */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public List<Account> all() {
        return em.createQuery("select a from Account a order by a.email", Account.class)
                .getResultList();
    }

    /** What was typed as an address, as far as one can be: it is also counted, and an index has an end. */
    private static String typed(String email) {
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
        List<Long> capacities = capacitiesOf(account);
        return capacities.isEmpty() ? Optional.empty() : Optional.of(identities.of(account, capacities.get(0)));
    }

    private List<Long> capacitiesOf(Account account) {
        List<Long> capacities = new ArrayList<>();
        if (account.getPersonId() != null
                || identities.grants(account).stream().anyMatch(grant -> grant.getOrganisationId() == null)) {
            capacities.add(null);
        }
        identities.grants(account).stream()
                .map(RoleGrant::getOrganisationId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(capacities::add);
        return capacities;
    }

    private String hashOfNobody() {
        if (hashOfNobody == null) {
            hashOfNobody = hash.generate(UUID.randomUUID().toString().toCharArray());
        }
        return hashOfNobody;
    }
}
