package nl.kring.crm.web.agenda;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import nl.kring.crm.accreditation.AccreditedAgenda;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.platform.Unchanged;

/** The public agenda for calendar programs, with the filters of its address. */
@WebServlet("/agenda/agenda.ics")
public class AgendaCalendar extends HttpServlet {

    private static final long serialVersionUID = 1L;

    static final String PUBLIC_FOR_TEN_MINUTES = "public, max-age=600";

    @Inject
    private transient AccreditedAgenda agenda;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AgendaFilter filter = AgendaFilter.of(request);
        String name = Texts.of(Locale.forLanguageTag("nl"), "agenda_browse-agenda.title");
        Unchanged.answer(
                request,
                response,
                "text/calendar; charset=UTF-8",
                PUBLIC_FOR_TEN_MINUTES,
                agenda.calendar(filter.search(), filter.getPoints(), name));
    }
}
