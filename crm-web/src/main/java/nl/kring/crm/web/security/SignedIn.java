package nl.kring.crm.web.security;

import java.io.Serializable;
import java.util.UUID;

/** All that a session knows of its owner: the account, and the organisation that is acted for (null for oneself). */
public record SignedIn(UUID account, Long organisation) implements Serializable {

    static final String IN_SESSION = "kring.signed-in";
}
