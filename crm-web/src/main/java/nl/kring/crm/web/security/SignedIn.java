package nl.kring.crm.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.security.Identity;

/** All that a session knows of its owner: the account, and the organisation that is acted for (null for oneself). */
public record SignedIn(UUID account, Long organisation) implements Serializable {

    static final String IN_SESSION = "kring.signed-in";

    /** From now on the session is that of somebody, under a number that nobody saw before. */
    static void begin(HttpServletRequest request, Identity identity) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(IN_SESSION, new SignedIn(identity.accountUuid(), identity.organisationId()));
    }
}
