package nl.kring.crm.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One more organisation takes part. */
@Named
@RequestScoped
public class JoinOrganisation {

    @Inject
    private Organisations organisations;

    private String code;
    private String name;
    private OrganisationKind kind;
    private String email;

    public void join() {
        organisations.join(code, name, kind, email);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "security_join-organisation.done", name));
        Faces.redirect("/security/join-organisation.xhtml");
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public OrganisationKind getKind() {
        return kind;
    }

    public void setKind(OrganisationKind kind) {
        this.kind = kind;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
