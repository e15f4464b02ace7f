package nl.kring.crm.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Loads who somebody is from the database, each request anew: an ended role ends at once. */
@Dependent
class Identities {

    private static final String LOADED = """
            select a.id, a.uuid, a.email, a.display_name, a.language,
                   case when a.person_id is not null then crm.survivor_of(a.person_id) end as person,
                   w.organisation_id,
                   array(select g.role from crm.role_grant g
                          where g.account_id = a.id and g.ended_at is null
                            and g.organisation_id is not distinct from w.organisation_id) as roles,
                   %s as unnoted
              from crm.account a join %s and a.active""";

    private static final String BY_ACCOUNT =
            LOADED.formatted("false", "(select cast(:organisation as bigint) as organisation_id) w on a.uuid = :uuid");

    private static final String BY_KEY = LOADED.formatted(
            "w.last_used_at is null or w.last_used_at < :before",
            "crm.api_token w on a.id = w.account_id and w.hash = :hash and w.revoked_at is null");

    /** Who holds a key, and whether its use was not written down since. */
    record Holder(Identity identity, boolean unnoted) {}

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    Optional<Account> account(UUID uuid) {
        return em.createQuery("select a from Account a where a.uuid = :uuid and a.active", Account.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst();
    }

    List<RoleGrant> grants(Account account) {
        return em.createQuery(
                        "select g from RoleGrant g where g.account = :account and g.endedAt is null"
                                + " order by g.organisationId, g.role",
                        RoleGrant.class)
                .setParameter("account", account)
                .getResultList();
    }

    /** Empty when the account is not active or has no role left in that capacity. In one query, for every request asks it. */
    Optional<Identity> load(UUID accountUuid, Long organisationId) {
        return loaded(em.createNativeQuery(BY_ACCOUNT, Tuple.class)
                        .setParameter("uuid", accountUuid)
                        .setParameter("organisation", organisationId))
                .map(Holder::identity);
    }

    @SuppressWarnings("unchecked")
    private static Optional<Holder> loaded(Query asked) {
        List<Tuple> rows = asked.getResultList();
        return rows.stream()
                .map(row -> new Holder(identity(row), row.get("unnoted", Boolean.class)))
                .filter(holder -> !holder.identity().roles().isEmpty())
                .findFirst();
    }

    private static Identity identity(Tuple row) {
        Long person = row.get("person", Long.class);
        Long organisationId = row.get("organisation_id", Long.class);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : row.get("roles", String[].class)) {
            roles.addAll(Role.valueOf(role).including());
        }
        if (organisationId == null && person != null) {
            roles.add(Role.PROFESSIONAL);
        }
        return new Identity(
                row.get("id", Long.class),
                row.get("uuid", UUID.class),
                row.get("email", String.class),
                row.get("display_name", String.class),
                row.get("language", String.class),
                person,
                organisationId,
                roles);
    }

    /** As {@link #load}, of who calls now: it is not read again in this request. */
    Optional<Identity> recognise(UUID accountUuid, Long organisationId) {
        Optional<Identity> identity = load(accountUuid, organisationId);
        identity.ifPresent(currentUser::recognised);
        return identity;
    }

    /** The same by the hash of a key that was not revoked; in one query too. */
    Optional<Holder> recognise(byte[] hash, Instant notedSince) {
        Optional<Holder> holder = loaded(em.createNativeQuery(BY_KEY, Tuple.class)
                .setParameter("hash", hash)
                .setParameter("before", notedSince));
        holder.map(Holder::identity).ifPresent(currentUser::recognised);
        return holder;
    }

    /** What somebody can act as: null for himself or herself, a number for an organisation. */
    List<Long> capacities(Account account) {
        List<RoleGrant> grants = grants(account);
        List<Long> capacities = new ArrayList<>();
        if (account.getPersonId() != null || grants.stream().anyMatch(grant -> grant.getOrganisationId() == null)) {
            capacities.add(null);
        }
        grants.stream()
                .map(RoleGrant::getOrganisationId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(capacities::add);
        return capacities;
    }

    Identity of(Account account, Long organisationId) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (RoleGrant grant : grants(account)) {
            if (Objects.equals(grant.getOrganisationId(), organisationId)) {
                roles.addAll(grant.getRole().including());
            }
        }
        if (organisationId == null && account.getPersonId() != null) {
            roles.add(Role.PROFESSIONAL);
        }
        return new Identity(
                account.getId(),
                account.getUuid(),
                account.getEmail(),
                account.getDisplayName(),
                account.getLanguage(),
                personOf(account),
                organisationId,
                roles);
    }

    /** Of two accounts of one person the second still names who was merged. */
    private Long personOf(Account account) {
        return account.getPersonId() == null
                ? null
                : ((Number) em.createNativeQuery("select crm.survivor_of(:person)")
                                .setParameter("person", account.getPersonId())
                                .getSingleResult())
                        .longValue();
    }
}
