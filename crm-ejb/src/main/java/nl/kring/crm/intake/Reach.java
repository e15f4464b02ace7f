package nl.kring.crm.intake;

import jakarta.ejb.SessionContext;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Whose registers a caller may work with. */
final class Reach {

    private Reach() {}

    /** Staff for their organisation; the platform's administrator, and the first start that runs as one, for all. */
    static boolean covers(CurrentUser user, SessionContext context, Long organisationId) {
        return user.worksFor(organisationId) || context.isCallerInRole(Role.PLATFORM_ADMINS);
    }
}
