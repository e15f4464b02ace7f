package nl.kring.crm.web.attendance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.attendance.past.PastImport;
import nl.kring.crm.attendance.past.PastImports;
import nl.kring.crm.attendance.past.PastLine;
import nl.kring.crm.attendance.past.PastOutcome;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.platform.ExportFile;

/** The rows of a file of the past as they stand in it, with what became of each and what is wrong with it. */
@WebServlet("/attendance/past-rows")
public class PastRowsFile extends ExportFile {

    private static final long serialVersionUID = 1L;
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final int AT_ONCE = 2_000;

    @Inject
    private transient PastImports imports;

    public PastRowsFile() {
        super("overname-uitkomst");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        UUID uuid = Shown.uuid(request.getParameter("id"));
        PastImport past = imports.find(uuid);
        List<PastOutcome> wanted = "all".equals(request.getParameter("which"))
                ? Arrays.asList(PastOutcome.values())
                : List.of(PastOutcome.REFUSED, PastOutcome.DOUBT, PastOutcome.STAYS);
        return file -> {
            List<String> header = new ArrayList<>(List.of(
                    Texts.of(DUTCH, "past.row"),
                    Texts.of(DUTCH, "past.outcome"),
                    Texts.of(DUTCH, "past.problem-at"),
                    Texts.of(DUTCH, "past.remedy")));
            header.addAll(past.getHeaders());
            file.row(header);
            List<PastLine> some = imports.lines(uuid, wanted, 0, AT_ONCE);
            while (!some.isEmpty()) {
                for (PastLine line : some) {
                    List<String> cells = new ArrayList<>(List.of(
                            String.valueOf(line.number()),
                            Texts.of(DUTCH, "past.outcome." + line.outcome()),
                            line.problemAt() == null ? "" : line.problemAt(),
                            line.problem() == null ? "" : Texts.of(DUTCH, "past.problem." + line.problem())));
                    cells.addAll(line.cells());
                    file.row(cells);
                }
                some = imports.lines(uuid, wanted, some.get(some.size() - 1).number(), AT_ONCE);
            }
        };
    }
}
