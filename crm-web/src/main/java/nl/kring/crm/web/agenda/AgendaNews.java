package nl.kring.crm.web.agenda;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import nl.kring.crm.accreditation.AccreditedAgenda;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.platform.Unchanged;

/** The public agenda as RSS 2.0, with the filters of its address. */
@WebServlet("/agenda/agenda.rss")
public class AgendaNews extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AccreditedAgenda agenda;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AgendaFilter filter = AgendaFilter.of(request);
        String title = Texts.of(Locale.forLanguageTag("nl"), "agenda_browse-agenda.title");
        Unchanged.answer(
                request,
                response,
                "application/rss+xml; charset=UTF-8",
                AgendaCalendar.PUBLIC_FOR_TEN_MINUTES,
                RssFile.of(
                        title,
                        Settings.baseUrl(),
                        filter.getQuestion(),
                        agenda.feed(filter.search(), filter.getPoints())));
    }
}
