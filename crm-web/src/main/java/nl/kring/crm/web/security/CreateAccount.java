package nl.kring.crm.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.Role;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** A new account with its first role. */
@Named
@RequestScoped
public class CreateAccount {

    @Inject
    private Accounts accounts;

    @Inject
    private RoleChoice roleChoice;

    private String email;
    private String name;
    private String password;
    private Role role;
    private Long organisationId;
    private String practice;

    public void save() {
        accounts.createWithRole(email, name, password, role, roleChoice.organisationOf(role, organisationId, practice));
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "security_create-account.done", email.strip()));
        Faces.redirect("/security/manage-accounts.xhtml");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public void setOrganisationId(Long organisationId) {
        this.organisationId = organisationId;
    }

    public String getPractice() {
        return practice;
    }

    public void setPractice(String practice) {
        this.practice = practice;
    }
}
