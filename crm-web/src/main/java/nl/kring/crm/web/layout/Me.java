package nl.kring.crm.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.MyAccount;
import nl.kring.crm.security.Role;

/** Who is signed in, for the header and for showing only what is of use; rights are checked by the boundaries. */
@Named
@RequestScoped
public class Me {

    /** One capacity that can be switched to: an organisation, or oneself (id null). */
    public record Capacity(Long id, String name, boolean current) {
        public Long getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public boolean isCurrent() {
            return current;
        }
    }

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Organisations organisations;

    @Inject
    private MyAccount myAccount;

    public boolean isSignedIn() {
        return currentUser.identity().isPresent();
    }

    /** Whether a mailed link opened the session, and no password. */
    public boolean isCameByLink() {
        return currentUser.cameByLink();
    }

    public String getName() {
        return currentUser.identity().map(Identity::displayName).orElse("");
    }

    public boolean isStaff() {
        return currentUser.has(Role.STAFF);
    }

    public boolean isProfessional() {
        return currentUser.has(Role.PROFESSIONAL);
    }

    /** Whether he or she acts for a practice, and looks after its people. */
    public boolean isPracticeManager() {
        return currentUser.has(Role.PRACTICE_MANAGER);
    }

    public boolean isPlatformAdmin() {
        return currentUser.has(Role.PLATFORM_ADMIN);
    }

    public Organisation getOrganisation() {
        Long id = currentUser.organisationId();
        return id == null ? null : organisations.get(id);
    }

    public List<Capacity> getCapacities() {
        return currentUser
                .identity()
                .map(identity -> myAccount.capacities().stream()
                        .map(id -> new Capacity(id, nameOf(id), Objects.equals(id, identity.organisationId())))
                        .toList())
                .orElse(List.of());
    }

    /** The language of the page: the account's, else what the browser asks for, else Dutch. */
    public Locale getLocale() {
        return currentUser
                .identity()
                .map(identity -> Locale.forLanguageTag(identity.language()))
                .orElseGet(() -> "en".equals(cookie()) ? Locale.ENGLISH : Locale.forLanguageTag("nl"));
    }

    /**
     * For a page that visitors read: what is put into words before it is made is said in its language too, and of a visitor
     * nothing is kept, so that no session begins. Others keep what their menu needs.
     */
    public void visit() {
        UIViewRoot view = FacesContext.getCurrentInstance().getViewRoot();
        view.setLocale(getLocale());
        view.setTransient(!isSignedIn());
    }

    /** The page that is open, with its question, as a part of another address. */
    public String getAddress() {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        String question = request.getQueryString();
        return URLEncoder.encode(
                request.getRequestURI() + (question == null ? "" : "?" + question), StandardCharsets.UTF_8);
    }

    private static String cookie() {
        Object cookie = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestCookieMap()
                .get("kring-language");
        return cookie instanceof jakarta.servlet.http.Cookie found ? found.getValue() : null;
    }

    private String nameOf(Long id) {
        return id == null ? getName() : organisations.get(id).getName();
    }
}
