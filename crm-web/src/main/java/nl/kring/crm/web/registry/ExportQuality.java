package nl.kring.crm.web.registry;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.quality.QualityLine;
import nl.kring.crm.registry.quality.QualityList;
import nl.kring.crm.registry.quality.QualityLists;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** A whole work list as a file, with the columns that the screen shows. */
@WebServlet("/registry/quality-file")
public class ExportQuality extends ExportFile {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient QualityLists lists;

    @Inject
    private transient Me me;

    public ExportQuality() {
        super("werklijst");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        QualityList list = QualityList.of(request.getParameter("list")).orElseThrow(NotFoundException::new);
        List<QualityLine> lines =
                lists.page(list, QualityLists.LARGEST_PAGE, null).lines();
        Locale locale = me.getLocale();
        Map<String, Function<QualityLine, String>> columns = new LinkedHashMap<>();
        columns.put("name", QualityLine::name);
        columns.put(
                "profession",
                line -> line.profession() == null ? "" : Texts.of(locale, "values.profession." + line.profession()));
        columns.put("place", QualityLine::place);
        if (MendQuality.isTelling(lines)) {
            columns.put("what", MendQuality::wrong);
        }
        if (MendQuality.isConfirmable(list)) {
            columns.put("confirmed-at", line -> MendQuality.confirmed(list, line, locale));
        }
        return file -> {
            file.row(columns.keySet().stream()
                    .map(column -> Texts.of(locale, "registry_quality-list." + column))
                    .toList());
            for (QualityLine line : lines) {
                file.row(columns.values().stream()
                        .map(column -> column.apply(line))
                        .collect(Collectors.toList()));
            }
        };
    }
}
