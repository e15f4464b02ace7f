package nl.kring.crm.web.attendance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.kring.crm.attendance.past.PastCellRow;
import nl.kring.crm.attendance.past.PastImport;
import nl.kring.crm.attendance.past.PastImports;
import nl.kring.crm.attendance.past.PastKind;
import nl.kring.crm.intake.file.RegisterFile;
import nl.kring.crm.platform.InvalidInputException;

/** The files of what was kept before, and one more. */
@Named
@RequestScoped
public class ImportPast {

    @Inject
    private PastImports imports;

    private PastKind kind = PastKind.PARTICIPATION;
    private transient Part file;
    private List<PastImport> mine;

    public void load() {
        mine = imports.mine();
    }

    public String bringIn() throws IOException {
        try (InputStream content = file.getInputStream()) {
            RegisterFile read = RegisterFile.look(content.readAllBytes(), null);
            if (read.dates1904()) {
                throw new InvalidInputException("past-dates-1904");
            }
            List<String> headers = IntStream.range(0, read.headers().size())
                    .mapToObj(at -> read.headers().get(at).isEmpty()
                            ? "(" + (at + 1) + ")"
                            : read.headers().get(at))
                    .toList();
            Iterable<PastCellRow> rows = () -> StreamSupport.stream(read.rows().spliterator(), false)
                    .map(row -> new PastCellRow(row.number(), fitting(row.cells(), headers.size())))
                    .iterator();
            UUID begun = imports.begin(kind, file.getSubmittedFileName(), headers, rows);
            return "/attendance/view-past.xhtml?faces-redirect=true&id=" + begun;
        }
    }

    /** As many cells as there are headers. */
    private static List<String> fitting(List<String> cells, int columns) {
        List<String> fitting = new ArrayList<>(cells.subList(0, Math.min(columns, cells.size())));
        while (fitting.size() < columns) {
            fitting.add("");
        }
        return fitting;
    }

    public List<PastImport> getMine() {
        return mine;
    }

    public PastKind[] getKinds() {
        return PastKind.values();
    }

    public PastKind getKind() {
        return kind;
    }

    public void setKind(PastKind kind) {
        this.kind = kind;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
