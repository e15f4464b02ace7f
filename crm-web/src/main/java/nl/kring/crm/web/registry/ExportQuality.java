package nl.kring.crm.web.registry;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.quality.QualityLine;
import nl.kring.crm.registry.quality.QualityList;
import nl.kring.crm.registry.quality.QualityLists;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** A whole work list as a file. */
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
        return file -> {
            file.row(Stream.of("name", "profession", "place", "what", "confirmed-at")
                    .map(column -> Texts.of(locale, "registry_quality-list." + column))
                    .toList());
            for (QualityLine line : lines) {
                file.row(Arrays.asList(
                        line.name(),
                        line.profession() == null ? "" : Texts.of(locale, "values.profession." + line.profession()),
                        line.place(),
                        MendQuality.wrong(line),
                        MendQuality.confirmed(list, line, locale)));
            }
        };
    }
}
