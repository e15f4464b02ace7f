package nl.kring.crm.web.workbench;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.columns.Cell;
import nl.kring.crm.registry.columns.ListPage;
import nl.kring.crm.registry.columns.ListRow;
import nl.kring.crm.registry.columns.OwnColumns;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.workbench.OwnFieldLine;
import nl.kring.crm.workbench.OwnFields;
import nl.kring.crm.workbench.OwnSubject;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The organisation's list like a spreadsheet: its persons with its own columns, edited in the row. */
@Named
@ViewScoped
public class MyList implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 25;
    private static final String PAGE = "/workbench/my-list.xhtml";

    /** One row with its cells, and whether it is marked for what is done to many. */
    public static class Line implements Serializable {

        private static final long serialVersionUID = 1L;

        private final ListRow row;
        private final List<OwnCell> cells;
        private boolean marked;

        Line(ListRow row, List<OwnFieldLine> columns) {
            this.row = row;
            this.cells = columns.stream()
                    .map(column -> new OwnCell(
                            column, row.person(), row.name(), row.values().get(column.uuid())))
                    .toList();
        }

        public ListRow getRow() {
            return row;
        }

        public List<OwnCell> getCells() {
            return cells;
        }

        public boolean isMarked() {
            return marked;
        }

        public void setMarked(boolean marked) {
            this.marked = marked;
        }
    }

    @Inject
    private OwnColumns columns;

    @Inject
    private OwnFields fields;

    private Map<String, String> parameters;
    private List<OwnFieldLine> ownFields = List.of();
    private List<Line> lines = List.of();
    private UUID next;
    private String manyField;
    private String manyValue;

    /** An address that cannot be answered shows the reason beside the form, and no rows. */
    public void load() {
        parameters = new HashMap<>(Faces.getRequestParameterMap());
        try {
            ListPage page = columns.page(ListAddress.query(parameters::get, ROWS));
            ownFields = page.fields();
            lines = page.rows().stream().map(row -> new Line(row, ownFields)).toList();
            next = page.next();
        } catch (InvalidInputException e) {
            ownFields = fields.list(OwnSubject.PERSON);
            Messages.addGlobalError("{0}", OwnWords.refusal(Faces.getLocale(), e));
        }
    }

    /** When somebody else was first, the new state is shown beside what was typed. */
    public void save() {
        List<Cell> edits = lines.stream()
                .flatMap(line -> line.cells.stream())
                .filter(OwnCell::isChanged)
                .map(OwnCell::edit)
                .toList();
        try {
            again(columns.write(OwnSubject.PERSON, edits));
        } catch (EditConflictException e) {
            Map<UUID, ListRow> now = new HashMap<>();
            columns.page(ListAddress.query(parameters::get, ROWS)).rows().forEach(row -> now.put(row.person(), row));
            lines.forEach(line -> {
                ListRow current = now.getOrDefault(line.row.person(), line.row);
                line.cells.forEach(
                        cell -> cell.meet(current.values().get(cell.getField().uuid())));
            });
            Messages.addGlobalError("{0}", Texts.of(Faces.getLocale(), "refusal." + e.code()));
        }
    }

    /** Writes the same in the marked rows. */
    public void writeForMany() {
        List<UUID> marked = lines.stream()
                .filter(Line::isMarked)
                .map(line -> line.row.person())
                .toList();
        if (marked.isEmpty() || manyField == null || manyField.isBlank()) {
            Messages.addGlobalError("{0}", Texts.of(Faces.getLocale(), "workbench_my-list.many.none"));
            return;
        }
        again(columns.writeForMany(OwnSubject.PERSON, OwnValues.uuid(manyField), marked, manyValue));
    }

    public void undo() {
        int cells = fields.undo(OwnValues.uuid(parameters.get("done")));
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "workbench_my-list.undone", cells));
        Faces.redirect(PAGE + link(after()));
    }

    private void again(UUID change) {
        String address = PAGE + link(after());
        Faces.redirect(address + (change == null ? "" : (address.endsWith("?") ? "" : "&") + "done=" + change));
    }

    private UUID after() {
        String after = parameters.get("after");
        return after == null || after.isBlank() ? null : OwnValues.uuid(after);
    }

    /** This question's parameters with a place to begin. */
    public String link(UUID after) {
        return ListAddress.parameters(parameters::get, after);
    }

    /** The same question for the file of all its rows. */
    public String file(String kind) {
        String asked = link(null);
        return asked + (asked.endsWith("?") ? "" : "&") + "as=" + kind;
    }

    /** Whether something was just saved that can be taken back here. */
    public boolean isUndoable() {
        return parameters.get("done") != null;
    }

    /** What the address asks for, for the form that asks it; a form that is sent by another button changes only this copy. */
    public Map<String, String> getQuestion() {
        return new HashMap<>(parameters);
    }

    public List<OwnFieldLine> getFields() {
        return ownFields;
    }

    public List<Line> getLines() {
        return lines;
    }

    public UUID getNext() {
        return next;
    }

    public String getManyField() {
        return manyField;
    }

    public void setManyField(String manyField) {
        this.manyField = manyField;
    }

    public String getManyValue() {
        return manyValue;
    }

    public void setManyValue(String manyValue) {
        this.manyValue = manyValue;
    }
}
