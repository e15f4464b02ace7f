package nl.kring.crm.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/**
 * What a link in a mail opens: a button. Opening it uses nothing up and asks nothing of the database, for programs that look
 * whether a mail is safe open each link; the button goes to {@link TakeLink}.
 */
@Named
@RequestScoped
public class UseLink {

    @Inject
    @Param
    private String token;

    @Inject
    @Param
    private String confirm;

    /** Whether it is about an address, and not about signing in. */
    public boolean isConfirming() {
        return confirm != null;
    }

    public String getToken() {
        return token;
    }

    public String getConfirm() {
        return confirm;
    }
}
