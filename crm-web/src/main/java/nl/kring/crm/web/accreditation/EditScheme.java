package nl.kring.crm.web.accreditation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.accreditation.scheme.Certainty;
import nl.kring.crm.accreditation.scheme.CountedOver;
import nl.kring.crm.accreditation.scheme.RequirementKind;
import nl.kring.crm.accreditation.scheme.SchemeRules;
import nl.kring.crm.accreditation.scheme.Schemes;
import nl.kring.crm.dossier.RuleEffects;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Writes another version of the rules of a register: in the place of one that stands, or beside it. */
@Named
@ViewScoped
public class EditScheme implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Schemes schemes;

    @Inject
    private RuleEffects effects;

    @Inject
    private Me me;

    private String id;
    private boolean beside;
    private String name;
    private SchemeRules known;
    private SchemeForm form;
    private RuleEffects.Effects found;

    public void load() {
        if (!me.isPlatformAdmin()) {
            throw new NotAllowedException();
        }
        try {
            known = schemes.version(UUID.fromString(String.valueOf(id)));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
        name = schemes.names().get(known.scheme());
        form = new SchemeForm(known);
    }

    /** Who it would concern; nothing is kept. */
    public void preview() {
        found = effects.of(form.rules());
    }

    public void save() {
        schemes.keep(beside ? null : known.uuid(), form.rules());
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "accreditation_edit-scheme.saved", name));
        Faces.redirect("/accreditation/list-schemes.xhtml");
    }

    public List<RequirementKind> getKinds() {
        return List.of(RequirementKind.values());
    }

    public List<CountedOver> getSpans() {
        return List.of(CountedOver.values());
    }

    public List<Certainty> getCertainties() {
        return List.of(Certainty.values());
    }

    public RuleEffects.Effects getFound() {
        return found;
    }

    public SchemeForm getForm() {
        return form;
    }

    public String getName() {
        return name;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public boolean isBeside() {
        return beside;
    }

    public void setBeside(boolean beside) {
        this.beside = beside;
    }
}
