package nl.kring.crm.web.security;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.security.AccountLine;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.Role;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Who may sign in, and as what. */
@Named
@ViewScoped
public class ManageAccounts implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Accounts accounts;

    @Inject
    private RoleChoice roleChoice;

    private String q;
    private List<AccountLine> list;
    private String account;
    private Role role;
    private Long organisationId;
    private String practice;

    public void load() {
        list = accounts.list(q);
    }

    public void give() {
        accounts.grant(UUID.fromString(account), role, roleChoice.organisationOf(role, organisationId, practice));
        done("given");
    }

    public void end(UUID heldRole) {
        accounts.endRole(heldRole);
        done("ended");
    }

    public void setActive(AccountLine line, boolean active) {
        accounts.setActive(line.uuid(), active);
        done(active ? "activated" : "deactivated", line.displayName());
    }

    private void done(String what, Object... arguments) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "security_manage-accounts." + what, arguments));
        Faces.redirect("/security/manage-accounts.xhtml?q=%s", q == null ? "" : q);
    }

    public List<AccountLine> getList() {
        return list;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
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
