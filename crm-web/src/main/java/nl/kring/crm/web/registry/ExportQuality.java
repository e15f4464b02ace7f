package nl.kring.crm.web.registry;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.kring.crm.platform.CsvExport;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.registry.quality.QualityLine;
import nl.kring.crm.registry.quality.QualityList;
import nl.kring.crm.registry.quality.QualityLists;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;

/** A whole work list as CSV that a Dutch spreadsheet opens. */
@WebServlet("/registry/quality.csv")
public class ExportQuality extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient QualityLists lists;

    @Inject
    private transient Me me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<QualityList> list = QualityList.of(request.getParameter("list"));
        if (list.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            byte[] contents = text(
                            me.getLocale(),
                            lists.page(list.get(), QualityLists.LARGEST_PAGE, null)
                                    .lines())
                    .getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/csv; charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"werklijst.csv\"");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(contents.length);
            response.getOutputStream().write(contents);
        } catch (EJBAccessException | NotAllowedException notInThisRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static String text(Locale locale, List<QualityLine> lines) {
        List<String> header = Stream.of("name", "profession", "place", "what", "confirmed-at")
                .map(column -> Texts.of(locale, "registry_quality-list." + column))
                .toList();
        SaidTexts texts = new SaidTexts();
        return "\uFEFF"
                + CsvExport.text(
                        ';',
                        header,
                        lines.stream()
                                .map(line -> Arrays.asList(
                                        line.name(),
                                        line.profession() == null
                                                ? ""
                                                : Texts.of(locale, "values.profession." + line.profession()),
                                        line.place(),
                                        String.join(", ", line.values()),
                                        line.confirmedAt() == null ? "" : texts.moment(line.confirmedAt())))
                                .toList());
    }
}
