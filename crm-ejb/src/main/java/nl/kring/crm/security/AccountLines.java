package nl.kring.crm.security;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads accounts with their roles in two queries, however many there are. */
class AccountLines {

    private static final int MOST = 100;

    private final EntityManager em;

    AccountLines(EntityManager em) {
        this.em = em;
    }

    List<AccountLine> list(String text) {
        String part = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        List<Account> accounts = em.createQuery("""
                        select a from Account a
                         where locate(:part, a.email) > 0 or locate(:part, lower(a.displayName)) > 0
                         order by a.email""", Account.class)
                .setParameter("part", part)
                .setMaxResults(MOST)
                .getResultList();
        Map<Account, List<AccountLine.HeldRole>> roles = em.createQuery("""
                        select g from RoleGrant g
                         where g.account in :accounts and g.endedAt is null order by g.role, g.organisationId""", RoleGrant.class)
                .setParameter("accounts", accounts)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        RoleGrant::getAccount, Collectors.mapping(AccountLines::role, Collectors.toList())));
        return accounts.stream()
                .map(account -> new AccountLine(
                        account.getUuid(),
                        account.getEmail(),
                        account.getDisplayName(),
                        account.isActive(),
                        account.getPersonId() != null,
                        roles.getOrDefault(account, List.of())))
                .toList();
    }

    private static AccountLine.HeldRole role(RoleGrant grant) {
        return new AccountLine.HeldRole(grant.getUuid(), grant.getRole(), grant.getOrganisationId());
    }
}
