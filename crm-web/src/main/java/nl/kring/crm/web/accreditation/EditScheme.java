package nl.kring.crm.web.accreditation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Writes rules of a register: in the place of a version that stands, beside it, or as the first of a register that is added. */
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
    private boolean added;
    private String name;
    private SchemeRules known;
    private SchemeForm form;
    private NewSchemeForm register;
    private Map<Integer, String> peOrganisations = Map.of();
    private RuleEffects.Effects found;

    public void load() {
        if (!me.isPlatformAdmin()) {
            throw new NotAllowedException();
        }
        if (added) {
            name = Texts.of(Faces.getLocale(), "accreditation_edit-scheme.new");
            peOrganisations = new LinkedHashMap<>(schemes.peOrganisations());
            register = new NewSchemeForm();
            form = new SchemeForm();
            return;
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
        found = added ? effects.ofNew(register.chosenProfessions()) : effects.of(form.rules());
    }

    public void save() {
        if (added) {
            schemes.add(register.scheme(), form.rules());
        } else {
            schemes.keep(beside ? null : known.uuid(), form.rules());
        }
        Messages.addFlashGlobalInfo(
                "{0}",
                Texts.of(Faces.getLocale(), "accreditation_edit-scheme.saved", added ? register.getName() : name));
        Faces.redirect("/accreditation/list-schemes.xhtml");
    }

    /** What the page is for. */
    public String getLead() {
        return added ? "added" : beside ? "beside" : "lead";
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

    public NewSchemeForm getRegister() {
        return register;
    }

    public Map<Integer, String> getPeOrganisations() {
        return peOrganisations;
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

    public boolean isAdded() {
        return added;
    }

    public void setAdded(boolean added) {
        this.added = added;
    }
}
