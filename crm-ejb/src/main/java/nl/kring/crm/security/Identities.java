package nl.kring.crm.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
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
            select a.id, a.email, a.display_name, a.language,
                   case when a.person_id is not null then crm.survivor_of(a.person_id) end,
                   array(select g.role from crm.role_grant g
                          where g.account_id = a.id and g.ended_at is null
                            and g.organisation_id is not distinct from cast(:organisation as bigint))
              from crm.account a where a.uuid = :uuid and a.active""";

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
        List<?> rows = em.createNativeQuery(LOADED, Tuple.class)
                .setParameter("uuid", accountUuid)
                .setParameter("organisation", organisationId)
                .getResultList();
        return rows.stream()
                .map(row -> loaded((Tuple) row, accountUuid, organisationId))
                .filter(id -> !id.roles().isEmpty())
                .findFirst();
    }

    private static Identity loaded(Tuple row, UUID accountUuid, Long organisationId) {
        Long person = row.get(4, Long.class);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : row.get(5, String[].class)) {
            roles.addAll(Role.valueOf(role).including());
        }
        if (organisationId == null && person != null) {
            roles.add(Role.PROFESSIONAL);
        }
        return new Identity(
                row.get(0, Long.class),
                accountUuid,
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
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
