package nl.kring.crm.web.intake;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.intake.ImportProblem;
import nl.kring.crm.intake.ImportRun;
import nl.kring.crm.intake.Imports;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;

/** One run: how far it is, what came of it, and what was refused. */
@Named
@ViewScoped
public class ViewImport implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 1000;

    @Inject
    private Imports imports;

    private String id;
    private UUID uuid;
    private transient ImportRun run;
    private transient List<ImportProblem> refused;
    private transient List<ImportProblem> leftOut;

    /** Reads the run; also at each turn of the poll. */
    public void load() {
        uuid = uuidOf(id);
        run = imports.find(uuid);
        refused = null;
        leftOut = null;
    }

    public void cancel() {
        imports.cancel(uuid);
        load();
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

    private static UUID uuidOf(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notAUuid) {
            throw new NotFoundException();
        }
    }
}
