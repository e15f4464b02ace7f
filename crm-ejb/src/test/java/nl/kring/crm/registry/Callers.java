package nl.kring.crm.registry;

import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Who calls, as a test chooses. */
final class Callers {

    private Callers() {}

    /** Staff of an organisation. */
    static CurrentUser staffOf(long organisation, long account) {
        return new CurrentUser() {

            @Override
            public boolean has(Role role) {
                return role == Role.STAFF;
            }

            @Override
            public Long organisationId() {
                return organisation;
            }

            @Override
            public Long accountId() {
                return account;
            }
        };
    }
}
