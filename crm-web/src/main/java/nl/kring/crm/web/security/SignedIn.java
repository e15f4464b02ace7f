package nl.kring.crm.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/**
 * All that a session knows of its owner.
 *
 * @param organisation the one that is acted for; null for oneself
 * @param byLink whether a mailed link opened it, and no password
 */
public record SignedIn(UUID account, Long organisation, boolean byLink) implements Serializable {

    static final String IN_SESSION = "kring.signed-in";

    /** From now on the session is that of somebody, under a number that nobody saw before. */
    static void begin(HttpServletRequest request, Identity identity) {
        begin(request, identity, false);
    }

    /** The same of who came by a mailed link. */
    static void beginByLink(HttpServletRequest request, Identity identity) {
        begin(request, identity, true);
    }

    private static void begin(HttpServletRequest request, Identity identity, boolean byLink) {
        request.getSession();
        request.changeSessionId();
        request.getSession()
                .setAttribute(IN_SESSION, new SignedIn(identity.accountUuid(), identity.organisationId(), byLink));
    }

    /**
     * What the owner is called from layer to layer; nothing when a link opened the session and the account has got more roles
     * than that of a professional since, for which a password is asked.
     */
    Optional<String> nameOf(Identity identity) {
        if (!byLink) {
            return Optional.of(identity.principalName());
        }
        return Set.of(Role.PROFESSIONAL).equals(identity.roles())
                ? Optional.of(identity.principalNameByLink())
                : Optional.empty();
    }
}
