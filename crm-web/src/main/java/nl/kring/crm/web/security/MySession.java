package nl.kring.crm.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.MyAccount;
import org.omnifaces.util.Faces;

/** What the header offers: acting for another organisation, another language, signing out, staying signed in. */
@Named
@RequestScoped
public class MySession {

    private static final int A_YEAR = 365 * 24 * 3600;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private MyAccount myAccount;

    public void actFor(Long organisation) {
        Identity identity = currentUser.identity().orElseThrow(NotFoundException::new);
        if (currentUser.cameByLink() || !myAccount.capacities().contains(organisation)) {
            throw new NotFoundException();
        }
        Faces.setSessionAttribute(SignedIn.IN_SESSION, new SignedIn(identity.accountUuid(), organisation, false));
        Faces.redirect("/workbench/today.xhtml");
    }

    public void useLanguage(String language) {
        String chosen = "en".equals(language) ? "en" : "nl";
        if (currentUser.identity().isPresent()) {
            myAccount.useLanguage(chosen);
        }
        Faces.addResponseCookie("kring-language", chosen, "/", A_YEAR);
        Faces.redirect(Faces.getRequestURIWithQueryString());
    }

    public void signOut() {
        Faces.invalidateSession();
        Faces.redirect("/");
    }

    /** Called by the page that warns before the session ends: any request keeps it alive. */
    public void stay() {
        // the request itself is what counts
    }
}
