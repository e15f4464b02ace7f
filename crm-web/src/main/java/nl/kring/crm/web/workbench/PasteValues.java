package nl.kring.crm.web.workbench;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.registry.columns.PastePreview;
import nl.kring.crm.registry.columns.PastedCell;
import nl.kring.crm.registry.columns.PastedValues;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.workbench.OwnFieldLine;
import nl.kring.crm.workbench.OwnFields;
import nl.kring.crm.workbench.OwnSubject;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Pastes a block of a spreadsheet into own columns: first seen, then written, and taken back as a whole. */
@Named
@ViewScoped
public class PasteValues implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/workbench/paste-values.xhtml";

    @Inject
    private PastedValues pasted;

    @Inject
    private OwnFields fields;

    @Inject
    @Param
    private String done;

    private List<OwnFieldLine> columns;
    private String text;
    private String previewed;
    private PastePreview preview;

    public void load() {
        columns = fields.list(OwnSubject.PERSON);
    }

    public void look() {
        preview = pasted.preview(text);
        previewed = text;
    }

    /** Writes what was seen; when it would do something else by now, that is shown first. */
    public void apply() {
        try {
            UUID change = pasted.apply(previewed, preview.fingerprint());
            Faces.redirect(PAGE + (change == null ? "" : "?done=" + change));
        } catch (EditConflictException e) {
            preview = pasted.preview(previewed);
            Messages.addGlobalError("{0}", Texts.of(Faces.getLocale(), "workbench_paste-values.overtaken"));
        }
    }

    public void undo() {
        int cells = fields.undo(OwnValues.uuid(done));
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "workbench_my-list.undone", cells));
        Faces.redirect(PAGE);
    }

    /** Why a cell cannot be kept, in words. */
    public String why(PastedCell cell) {
        return Texts.of(
                Faces.getLocale(),
                "refusal." + cell.refusal(),
                cell.refusalArguments().toArray());
    }

    public boolean isUndoable() {
        return done != null && !done.isBlank();
    }

    public List<OwnFieldLine> getColumns() {
        return columns;
    }

    public PastePreview getPreview() {
        return preview;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
