package nl.kring.crm.web.intake;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.intake.Deliveries;
import nl.kring.crm.intake.EffectKind;
import nl.kring.crm.intake.EffectLine;
import nl.kring.crm.intake.ImportMode;
import nl.kring.crm.intake.ImportProblem;
import nl.kring.crm.intake.ImportRun;
import nl.kring.crm.intake.ImportState;
import nl.kring.crm.intake.Imports;
import nl.kring.crm.intake.LaterEdit;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;

/** One run: how far it is, what came of it, and what was refused. */
@Named
@ViewScoped
public class ViewImport implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 1000;
    private static final int EXAMPLES = 20;

    @Inject
    private Imports imports;

    @Inject
    private Deliveries deliveries;

    private String id;
    private UUID uuid;
    private transient ImportRun run;
    private transient Integer percent;
    private transient List<ImportProblem> refused;
    private transient List<ImportProblem> leftOut;
    private transient List<EffectGroup> effects;
    private transient List<LaterEdit> laterEdits;

    /** What the run does with rows in one way. */
    public record EffectGroup(EffectKind kind, List<EffectLine> lines) {}

    /** Reads the run; also at each turn of the poll. */
    public void load() {
        uuid = uuidOf(id);
        run = imports.find(uuid);
        percent = null;
        refused = null;
        leftOut = null;
        effects = null;
        laterEdits = null;
    }

    public void cancel() {
        imports.cancel(uuid);
        load();
    }

    /** Brings the rehearsed file in. */
    public String apply() {
        return "/intake/view-import.xhtml?faces-redirect=true&id=" + imports.apply(uuid);
    }

    public void discard() {
        imports.discard(uuid);
        load();
    }

    public String confirmMissing() {
        deliveries.confirmMissing(uuid);
        return "/intake/missing-rows.xhtml?faces-redirect=true&id=" + uuid;
    }

    public void revert() {
        deliveries.revert(uuid);
        load();
    }

    public List<EffectGroup> getEffects() {
        if (effects == null) {
            effects = Arrays.stream(EffectKind.values())
                    .map(kind -> new EffectGroup(kind, imports.effects(uuid, kind, 0, EXAMPLES)))
                    .filter(group -> !group.lines().isEmpty())
                    .toList();
        }
        return effects;
    }

    /** What stays when the run is taken back. */
    public List<LaterEdit> getLaterEdits() {
        if (laterEdits == null) {
            laterEdits = isRevertible() ? deliveries.laterEdits(uuid) : List.of();
        }
        return laterEdits;
    }

    /** How far it is, from 0 to 100. */
    public int getPercent() {
        if (percent == null) {
            percent = imports.percent(uuid);
        }
        return percent;
    }

    public boolean isRevertible() {
        return getRun().getMode() == ImportMode.AUTO
                && run.getState() == ImportState.DONE
                && run.getRevertedAt() == null;
    }

    public ImportRun getRun() {
        if (run == null) {
            load();
        }
        return run;
    }

    public List<ImportProblem> getRefused() {
        if (refused == null) {
            refused = imports.problems(uuid, true, 0, MOST_SHOWN);
        }
        return refused;
    }

    public List<ImportProblem> getLeftOut() {
        if (leftOut == null) {
            leftOut = imports.problems(uuid, false, 0, MOST_SHOWN);
        }
        return leftOut;
    }

    /** Why the file could not be brought in, in the language of the page. */
    public String getFailure() {
        return Texts.of(
                FacesContext.getCurrentInstance().getViewRoot().getLocale(),
                "refusal." + getRun().getFailure(),
                getRun().getFailureArguments().toArray());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    static UUID uuidOf(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notAUuid) {
            throw new NotFoundException();
        }
    }
}
