package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.registry.merging.CollisionLine;
import nl.kring.crm.registry.merging.Collisions;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What two persons had that one cannot have, and which of the two is kept. */
@Named
@ViewScoped
public class ListCollisions implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/registry/list-collisions.xhtml";

    @Inject
    private Collisions collisions;

    @Inject
    @Param
    private String person;

    private List<CollisionLine> lines;
    private final Map<UUID, String> decisions = new HashMap<>();
    private final Map<UUID, String> reasons = new HashMap<>();

    public void load() {
        lines = isOfOne() ? collisions.of(ViewPerson.uuid(person)) : collisions.open();
    }

    /** True when only what one person had is shown. */
    public boolean isOfOne() {
        return person != null && !person.isBlank();
    }

    public void decide(UUID collision) {
        collisions.decide(
                collision, Chosen.of(Collisions.Decision.values(), decisions.get(collision)), reasons.get(collision));
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "registry_list-collisions.done"));
        Faces.redirect(PAGE + (isOfOne() ? "?person=" + ViewPerson.uuid(person) : ""));
    }

    public Collisions.Decision[] getChoices() {
        return Collisions.Decision.values();
    }

    public List<CollisionLine> getLines() {
        return lines;
    }

    public Map<UUID, String> getDecisions() {
        return decisions;
    }

    public Map<UUID, String> getReasons() {
        return reasons;
    }
}
