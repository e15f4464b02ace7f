package nl.kring.crm.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.intake.MatchingModels;
import nl.kring.crm.intake.ModelLevel;
import nl.kring.crm.intake.ModelVersion;
import nl.kring.crm.intake.matching.Band;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The versions of what the matching weighs, and one of them beside the one in use. Which one is in the address. */
@Named
@ViewScoped
public class TrainMatching implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/intake/train-matching.xhtml";

    @Inject
    private MatchingModels models;

    @Inject
    @Param
    private String id;

    private UUID chosen;
    private List<ModelVersion> versions;
    private List<ModelLevel> levels;

    /** Also at each turn of the poll. */
    public void load() {
        chosen = id == null || id.isBlank() ? null : ReviewPersons.uuid(id);
        versions = models.all();
        levels = chosen == null ? List.of() : models.levels(chosen);
    }

    public void learn() {
        Faces.redirect(PAGE + "?id=%s", models.learn().toString());
    }

    public void use() {
        models.use(chosen);
        Messages.addFlashGlobalInfo(
                "{0}",
                Texts.of(
                        Faces.getLocale(),
                        "intake_train-matching.used",
                        getShown().version()));
        Faces.redirect(PAGE);
    }

    /** Null when none was chosen. */
    public ModelVersion getShown() {
        return chosen == null
                ? null
                : versions.stream()
                        .filter(version -> version.uuid().equals(chosen))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
    }

    public List<ModelVersion> getVersions() {
        return versions;
    }

    public List<ModelLevel> getLevels() {
        return levels;
    }

    public Band[] getBands() {
        return Band.values();
    }
}
