package nl.kring.crm.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;

/** The people who work for the organisation that the caller acts for. */
@Stateless
public class Colleagues {

    private static final Set<Role> WORKING = Set.of(Role.STAFF, Role.ORGANISATION_ADMIN);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    private static final String WORKING_FOR = """
            a.active and exists (
                   select 1 from RoleGrant g where g.account = a and g.endedAt is null
                      and g.organisationId in :organisations and g.role in :working)""";

    /** All of them by name, the caller among them. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Colleague> list() {
        return of(List.of(currentUser.requireOrganisation()), List.of());
    }

    /**
     * Who works for one of these organisations, by name, and some others besides. For staff, on behalf of other boundaries,
     * which have seen that the caller works together with them.
     *
     * @param besides numbers of accounts that are told too, also when they work there no more
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Colleague> of(Collection<Long> organisations, Collection<Long> besides) {
        return em.createQuery("""
                        select new nl.kring.crm.security.Colleague(a.uuid, a.displayName) from Account a
                         where %s or a.id in :besides
                         order by a.displayName, a.id""".formatted(WORKING_FOR), Colleague.class)
                .setParameter("organisations", organisations)
                .setParameter("working", WORKING)
                .setParameter("besides", besides.isEmpty() ? List.of(0L) : besides)
                .getResultList();
    }

    /**
     * The number of the account of one of them. For staff, on behalf of other boundaries.
     *
     * @throws NotFoundException there is no such colleague
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Long idOf(UUID account) {
        return idOf(account, List.of(currentUser.requireOrganisation()));
    }

    /**
     * The number of the account of somebody who works for one of these organisations. For staff, on behalf of other
     * boundaries.
     *
     * @throws NotFoundException nobody such works there
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Long idOf(UUID account, Collection<Long> organisations) {
        return em.createQuery("select a.id from Account a where a.uuid = :account and " + WORKING_FOR, Long.class)
                .setParameter("account", account)
                .setParameter("organisations", organisations)
                .setParameter("working", WORKING)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** What others call the account of that number; null for none. For staff, on behalf of other boundaries. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID uuidOf(Long account) {
        Account found = account == null ? null : em.find(Account.class, account);
        return found == null ? null : found.getUuid();
    }

    /** Those of the accounts that still work for the organisation. For staff, on behalf of other boundaries. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Set<Long> among(Collection<Long> accounts, Long organisation) {
        return Set.copyOf(
                em.createQuery("select a.id from Account a where a.id in :accounts and " + WORKING_FOR, Long.class)
                        .setParameter("accounts", accounts)
                        .setParameter("organisations", List.of(organisation))
                        .setParameter("working", WORKING)
                        .getResultList());
    }
}
