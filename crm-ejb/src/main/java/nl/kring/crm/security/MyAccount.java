package nl.kring.crm.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What callers see and change of their own account. */
@Stateless
public class MyAccount {

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Identities identities;

    /**
     * The capacities that the caller can switch between: null stands for himself or herself, a number for an
     * organisation.
     */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public List<Long> capacities() {
        return account().map(identities::capacities).orElse(List.of());
    }

    /** Remembers the caller's language, {@code nl} or {@code en}. */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public void useLanguage(String language) {
        account().ifPresent(account -> account.useLanguage(language));
    }

    private Optional<Account> account() {
        return currentUser.identity().flatMap(identity -> identities.account(identity.accountUuid()));
    }
}
