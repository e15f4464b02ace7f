package nl.kring.crm.web.agenda;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.web.platform.Unchanged;

/** The colours of the organisations as a style sheet: nothing is styled in a page. */
@WebServlet("/agenda/colours.css")
public class OrganisationColours extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Organisations organisations;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Unchanged.answer(
                request,
                response,
                "text/css; charset=UTF-8",
                AgendaCalendar.PUBLIC_FOR_TEN_MINUTES,
                sheet(organisations.participants()));
    }

    /** Codes hold letters, digits and hyphens, colours a number sign and six digits: nothing else gets in. */
    static String sheet(List<Organisation> participants) {
        return participants.stream()
                .filter(one -> one.getAccent() != null)
                .map(one -> "." + AgendaCard.colourOf(one.getCode()) + " { --k-of: " + one.getAccent() + "; }\n")
                .collect(Collectors.joining());
    }
}
