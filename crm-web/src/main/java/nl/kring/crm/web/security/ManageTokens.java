package nl.kring.crm.web.security;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.ApiTokens;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The caller's own keys for programs. */
@Named
@ViewScoped
public class ManageTokens implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ApiTokens tokens;

    @Inject
    private Organisations organisations;

    private List<TokenLine> list;
    private String name;
    private transient String made;

    public void load() {
        Map<Long, String> codes = organisations.participants().stream()
                .collect(Collectors.toMap(Organisation::getId, Organisation::getCode));
        list = tokens.mine().stream()
                .map(token -> TokenLine.of(
                        token, token.getOrganisationId() == null ? null : codes.get(token.getOrganisationId())))
                .toList();
    }

    /** Answers on the same page and without a redirect: the text of the key exists in this one answer only. */
    public void make() {
        made = tokens.issue(name).text();
        name = null;
        load();
    }

    public void revoke(UUID uuid) {
        tokens.revoke(uuid);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "security_manage-tokens.done"));
        Faces.redirect("/security/manage-tokens.xhtml");
    }

    /** The text of the key that was just made, this once. */
    public String getMade() {
        return made;
    }

    public List<TokenLine> getList() {
        return list;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
