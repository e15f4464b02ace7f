package nl.kring.crm.web.intake;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.kring.crm.intake.Imports;
import nl.kring.crm.intake.RefusedRow;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.platform.ExportFile;

/** The refused rows of a run as a file for a spreadsheet: as they were handed over, with the reason in Dutch. */
@WebServlet("/intake/refused-rows")
public class RefusedRows extends ExportFile {

    private static final long serialVersionUID = 1L;
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Inject
    private transient Imports imports;

    public RefusedRows() {
        super("geweigerde-rijen");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        List<RefusedRow> rows = imports.refusedRows(ViewImport.uuidOf(request.getParameter("id")));
        Set<String> headers = new LinkedHashSet<>();
        rows.forEach(row -> headers.addAll(row.cells().keySet()));
        List<String> header = new ArrayList<>(
                List.of(Texts.of(DUTCH, "intake_refused-rows.row"), Texts.of(DUTCH, "intake_refused-rows.reason")));
        header.addAll(headers);
        return file -> {
            file.row(header);
            for (RefusedRow row : rows) {
                List<String> line = new ArrayList<>(
                        List.of(String.valueOf(row.number()), Texts.of(DUTCH, "intake.problem." + row.code())));
                headers.forEach(name -> line.add(row.cells().getOrDefault(name, "")));
                file.row(line);
            }
        };
    }
}
