package nl.kring.crm.web.workbench;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.platform.CsvExport;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.columns.ListPage;
import nl.kring.crm.registry.columns.ListRow;
import nl.kring.crm.registry.columns.OwnColumns;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.workbench.OwnFieldLine;

/** The list with the columns and the filter of the page, all rows, as CSV that a Dutch spreadsheet opens. */
@WebServlet("/workbench/my-list.csv")
public class ExportMyList extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OwnColumns columns;

    @Inject
    private transient Me me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ListPage list =
                    columns.page(ListAddress.query(request::getParameter, 1).whole());
            byte[] contents = text(me.getLocale(), list).getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/csv; charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"mijn-lijst.csv\"");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(contents.length);
            response.getOutputStream().write(contents);
        } catch (NotFoundException notForTheCaller) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (InvalidInputException noSuchQuestion) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } catch (EJBAccessException | NotAllowedException notInThisRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    static String text(Locale locale, ListPage list) {
        List<String> header = new ArrayList<>();
        for (String column : List.of("name", "profession", "workplace", "place")) {
            header.add(Texts.of(locale, "workbench_my-list." + column));
        }
        list.fields().forEach(field -> header.add(field.name()));
        return "\uFEFF"
                + CsvExport.text(
                        ';',
                        header,
                        list.rows().stream()
                                .map(row -> cells(locale, list.fields(), row))
                                .toList());
    }

    private static List<String> cells(Locale locale, List<OwnFieldLine> fields, ListRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.name());
        cells.add(row.profession() == null ? "" : Texts.of(locale, "values.profession." + row.profession()));
        cells.add(row.workplace());
        cells.add(row.place());
        fields.forEach(
                field -> cells.add(OwnWords.shown(locale, field, row.values().get(field.uuid()))));
        return cells;
    }
}
