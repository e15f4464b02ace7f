package nl.kring.crm.web.attendance;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.kring.crm.attendance.past.PastCellRow;
import nl.kring.crm.attendance.past.PastCounts;
import nl.kring.crm.attendance.past.PastDoubt;
import nl.kring.crm.attendance.past.PastImport;
import nl.kring.crm.attendance.past.PastImports;
import nl.kring.crm.attendance.past.PastLine;
import nl.kring.crm.attendance.past.PastOutcome;
import nl.kring.crm.attendance.past.PastState;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** One file of the past: its columns, what would happen, what happened, and the way back. */
@Named
@ViewScoped
public class ViewPast implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 100;
    private static final String POINTS = "POINTS:";

    @Inject
    private PastImports imports;

    private String id;
    private UUID uuid;
    private List<PastColumn> columns;
    private transient PastImport file;
    private transient PastCounts counts;
    private transient List<PastLine> refused;
    private transient List<PastDoubt> doubts;

    /** Reads the file; also at each turn of the poll. */
    public void load() {
        uuid = Shown.uuid(id);
        file = null;
        counts = null;
        refused = null;
        doubts = null;
        if (columns == null) {
            List<PastCellRow> some = imports.examples(uuid);
            columns = IntStream.range(0, getFile().getHeaders().size())
                    .mapToObj(at -> new PastColumn(
                            getFile().getHeaders().get(at),
                            some.stream()
                                    .map(row -> row.cells().get(at))
                                    .filter(cell -> !cell.isEmpty())
                                    .distinct()
                                    .collect(Collectors.joining(" · ")),
                            getFile().getFields().get(at)))
                    .toList();
        }
    }

    public String rehearse() {
        imports.rehearse(uuid, columns.stream().map(PastColumn::getField).toList());
        return again();
    }

    public String apply() {
        imports.apply(uuid);
        return again();
    }

    public String revert() {
        imports.revert(uuid);
        return again();
    }

    public String discard() {
        imports.discard(uuid);
        return "/attendance/import-past.xhtml?faces-redirect=true";
    }

    private String again() {
        return "/attendance/view-past.xhtml?faces-redirect=true&id=" + uuid;
    }

    public PastImport getFile() {
        if (file == null) {
            file = imports.find(uuid);
        }
        return file;
    }

    public PastCounts getCounts() {
        if (counts == null) {
            counts = imports.counts(uuid);
        }
        return counts;
    }

    /** Ways in which rows end, those that there are. */
    public List<PastOutcome> getOutcomes() {
        return Stream.of(PastOutcome.values())
                .filter(outcome -> getCounts().of(outcome) > 0)
                .toList();
    }

    public List<PastLine> getRefused() {
        if (refused == null) {
            refused = imports.lines(uuid, List.of(PastOutcome.REFUSED, PastOutcome.STAYS), 0, MOST_SHOWN);
        }
        return refused;
    }

    public List<PastDoubt> getDoubts() {
        if (doubts == null) {
            doubts = imports.doubts(uuid).stream().limit(MOST_SHOWN).toList();
        }
        return doubts;
    }

    /** What a column can say, in words. */
    public List<SelectItem> getChoices() {
        return Stream.concat(Stream.of(""), imports.choices(getFile().getKind()).stream())
                .map(choice -> new SelectItem(choice, label(choice)))
                .toList();
    }

    private static String label(String choice) {
        return choice.startsWith(POINTS)
                ? Texts.of(Faces.getLocale(), "past.points", choice.substring(POINTS.length()))
                : Texts.of(Faces.getLocale(), "past.field." + (choice.isEmpty() ? "NOTHING" : choice));
    }

    /** Whether the columns can still be said. */
    public boolean isOpen() {
        PastState state = getFile().getState();
        return !state.isBusy() && state != PastState.APPLIED;
    }

    public int getPercent() {
        return imports.percent(uuid);
    }

    public List<PastColumn> getColumns() {
        return columns;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
