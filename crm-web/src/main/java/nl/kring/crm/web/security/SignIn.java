package nl.kring.crm.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.kring.crm.demo.DemoSignIn;
import nl.kring.crm.security.Accounts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** The sign-in page. After it the caller is where he or she wanted to be. */
@Named
@RequestScoped
public class SignIn {

    @Inject
    private Accounts accounts;

    @Inject
    @Param(name = "as")
    private String as;

    private String email;
    private String password;

    public void signIn() {
        HttpServletRequest request = Faces.getRequest();
        SignedIn.begin(request, accounts.signIn(email, password, request.getRemoteAddr()));
        String next = Faces.getRequestParameter("next");
        Faces.redirect(isLocal(next) ? next : "/workbench/today.xhtml");
    }

    /** A path of this product; never another site. */
    static boolean isLocal(String path) {
        return path != null && path.matches("/[A-Za-z0-9][^\\\\\\p{Cntrl}]*");
    }

    /** With whom one can sign in to the demo; empty in production. */
    public List<String> getDemoAddresses() {
        return DemoSignIn.addresses();
    }

    public String getDemoPassword() {
        return DemoSignIn.password();
    }

    public String getEmail() {
        return email == null ? as : email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
