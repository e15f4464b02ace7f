package nl.kring.crm.web.workbench;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.registry.columns.ListPage;
import nl.kring.crm.registry.columns.ListRow;
import nl.kring.crm.registry.columns.OwnColumns;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;
import nl.kring.crm.workbench.OwnFieldLine;

/** The list with the columns and the filter of the page, all rows, as a file. */
@WebServlet("/workbench/my-list-file")
public class ExportMyList extends ExportFile {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OwnColumns columns;

    @Inject
    private transient Me me;

    public ExportMyList() {
        super("mijn-lijst");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        ListPage list = columns.page(ListAddress.query(request::getParameter, 1).whole());
        Locale locale = me.getLocale();
        return file -> {
            file.row(header(locale, list.fields()));
            for (ListRow row : list.rows()) {
                file.row(cells(locale, list.fields(), row));
            }
        };
    }

    private static List<String> header(Locale locale, List<OwnFieldLine> fields) {
        List<String> header = new ArrayList<>();
        for (String column : List.of("name", "profession", "workplace", "place")) {
            header.add(Texts.of(locale, "workbench_my-list." + column));
        }
        fields.forEach(field -> header.add(field.name()));
        return header;
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
