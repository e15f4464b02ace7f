package nl.kring.crm.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import nl.kring.crm.security.SignInLinks;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Asks for a link that signs in; the answer is the same for every address. */
@Named
@RequestScoped
public class AskLink {

    @Inject
    private SignInLinks links;

    @Inject
    @Param
    private boolean asked;

    @Inject
    @Param
    private boolean refused;

    private String email;

    public void ask() {
        HttpServletRequest request = Faces.getRequest();
        links.ask(email, request.getRemoteAddr());
        Faces.redirect("/security/ask-link.xhtml?asked=true");
    }

    public boolean isAsked() {
        return asked;
    }

    /** Whether a link was followed that is of no use. */
    public boolean isRefused() {
        return refused;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
