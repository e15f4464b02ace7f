package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.affiliation.Choice;
import nl.kring.crm.registry.affiliation.Choices;
import org.omnifaces.util.Faces;

/** The workplace that a list asks for: by its code or UUID in an address, or by words that somebody typed. */
@Named
@RequestScoped
public class WorkplaceAsked {

    @Inject
    private Choices choices;

    private List<Choice> meant = List.of();
    private boolean open;

    /** Its code or UUID; null for none, and while the words may mean several. */
    public String read() {
        String asked = Faces.getRequestParameter("worksAt");
        String typed = getTyped();
        if (typed == null || asked != null && typed.equals(label(asked))) {
            return asked;
        }
        meant = typed.isEmpty() ? List.of() : choices.workplaces(typed);
        open = !typed.isEmpty() && meant.size() != 1;
        return meant.size() == 1 ? meant.get(0).uuid().toString() : null;
    }

    /** How the workplace of an address reads. */
    public String label(String codeOrUuid) {
        try {
            return codeOrUuid == null || codeOrUuid.isBlank()
                    ? ""
                    : choices.organisation(UUID.fromString(codeOrUuid)).name();
        } catch (IllegalArgumentException | NotFoundException itIsACode) {
            return codeOrUuid;
        }
    }

    /** What somebody typed; null when the address asks. */
    public String getTyped() {
        String typed = Faces.getRequestParameter("workplace");
        return typed == null ? null : typed.strip();
    }

    /** True when the words mean several workplaces, or none: then nobody is listed yet. */
    public boolean isOpen() {
        return open;
    }

    /** True when there may be more than are named. */
    public boolean isMany() {
        return meant.size() == Choices.MOST_WORKPLACES;
    }

    public List<Choice> getMeant() {
        return meant;
    }
}
