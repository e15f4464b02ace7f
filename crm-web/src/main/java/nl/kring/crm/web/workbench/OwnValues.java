package nl.kring.crm.web.workbench;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.columns.Cell;
import nl.kring.crm.registry.columns.OwnColumns;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.workbench.OwnFields;
import nl.kring.crm.workbench.OwnSubject;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The own columns of one person or organisation on its card, edited where they stand. */
@Named
@ViewScoped
public class OwnValues implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private OwnFields fields;

    @Inject
    private OwnColumns columns;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String own;

    private OwnSubject subject;
    private UUID uuid;
    private List<OwnCell> cells;

    @PostConstruct
    void load() {
        subject = Faces.getViewId().contains("organisation") ? OwnSubject.ORGANISATION : OwnSubject.PERSON;
        uuid = uuid(id);
        Map<UUID, String> values = columns.valuesOf(subject, uuid);
        cells = fields.list(subject).stream()
                .map(field -> new OwnCell(field, uuid, null, values.get(field.uuid())))
                .toList();
    }

    /** When somebody else was first, the new state is shown beside what was typed. */
    public void save() {
        List<Cell> edits =
                cells.stream().filter(OwnCell::isChanged).map(OwnCell::edit).toList();
        try {
            UUID change = columns.write(subject, edits);
            Faces.redirect(address() + (change == null ? "" : "&own=" + change) + "#own");
        } catch (EditConflictException e) {
            Map<UUID, String> now = columns.valuesOf(subject, uuid);
            cells.forEach(cell -> cell.meet(now.get(cell.getField().uuid())));
            Messages.addGlobalError("{0}", Texts.of(Faces.getLocale(), "refusal." + e.code()));
        }
    }

    public void undo() {
        fields.undo(uuid(own));
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "workbench.own.undone"));
        Faces.redirect(address());
    }

    private String address() {
        return Faces.getViewId() + "?id=" + uuid;
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text == null ? "" : text.strip());
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }

    /** Whether something was just saved that can be taken back here. */
    public boolean isUndoable() {
        return own != null && !own.isBlank();
    }

    public List<OwnCell> getCells() {
        return cells;
    }
}
