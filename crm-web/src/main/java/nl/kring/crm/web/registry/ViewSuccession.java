package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import nl.kring.crm.registry.succession.SuccessionOutcome;
import nl.kring.crm.registry.succession.Successions;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** A succession that was applied: what it did, what was added since, and the way back. */
@Named
@ViewScoped
public class ViewSuccession implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Successions successions;

    @Inject
    @Param
    private String id;

    private SuccessionOutcome outcome;

    public void load() {
        outcome = successions.get(ViewPerson.uuid(id));
    }

    public void undo() {
        successions.undo(outcome.uuid());
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "registry_view-succession.undone"));
        Faces.redirect("/registry/view-succession.xhtml?id=" + outcome.uuid());
    }

    public SuccessionOutcome getOutcome() {
        return outcome;
    }
}
