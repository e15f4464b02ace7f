package nl.kring.crm.web.intake;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.intake.Imports;
import nl.kring.crm.intake.RefusedRow;
import nl.kring.crm.platform.CsvExport;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;

/** The refused rows of a run as a file for a spreadsheet: as they were handed over, with the reason in Dutch. */
@WebServlet("/intake/refused-rows")
public class RefusedRows extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final String BYTE_ORDER_MARK = "\uFEFF"; // tells a spreadsheet that this is UTF-8

    @Inject
    private transient Imports imports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            UUID run = UUID.fromString(String.valueOf(request.getParameter("id")));
            byte[] file = (BYTE_ORDER_MARK + text(imports.refusedRows(run))).getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"geweigerde-rijen-" + run + ".csv\"");
            response.setContentLength(file.length);
            response.getOutputStream().write(file);
        } catch (NotFoundException | IllegalArgumentException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException notInThisRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static String text(List<RefusedRow> rows) {
        Set<String> headers = new LinkedHashSet<>();
        rows.forEach(row -> headers.addAll(row.cells().keySet()));
        List<String> header = new ArrayList<>(
                List.of(Texts.of(DUTCH, "intake_refused-rows.row"), Texts.of(DUTCH, "intake_refused-rows.reason")));
        header.addAll(headers);
        List<List<String>> lines = new ArrayList<>();
        for (RefusedRow row : rows) {
            List<String> line = new ArrayList<>(
                    List.of(String.valueOf(row.number()), Texts.of(DUTCH, "intake.problem." + row.code())));
            headers.forEach(name -> line.add(row.cells().getOrDefault(name, "")));
            lines.add(line);
        }
        return CsvExport.text(';', header, lines);
    }
}
