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

    /** All of them by name, the caller among them. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Colleague> list() {
        return em.createQuery("""
                        select new nl.kring.crm.security.Colleague(a.uuid, a.displayName) from Account a
                         where a.active and exists (
                               select 1 from RoleGrant g where g.account = a and g.endedAt is null
                                  and g.organisationId = :organisation and g.role in :working)
                         order by a.displayName""", Colleague.class)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setParameter("working", WORKING)
                .getResultList();
    }

    /**
     * The number of the account of one of them. For staff, on behalf of other boundaries.
     *
     * @throws NotFoundException there is no such colleague
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Long idOf(UUID account) {
        return em.createQuery("""
                        select a.id from Account a
                         where a.uuid = :account and a.active and exists (
                               select 1 from RoleGrant g where g.account = a and g.endedAt is null
                                  and g.organisationId = :organisation and g.role in :working)""", Long.class)
                .setParameter("account", account)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setParameter("working", WORKING)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Those of the accounts that still work there. For staff, on behalf of other boundaries. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Set<Long> among(Collection<Long> accounts) {
        return Set.copyOf(em.createQuery("""
                        select distinct a.id from RoleGrant g join g.account a
                         where a.id in :accounts and a.active and g.endedAt is null
                           and g.organisationId = :organisation and g.role in :working""", Long.class)
                .setParameter("accounts", accounts)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setParameter("working", WORKING)
                .getResultList());
    }
}
