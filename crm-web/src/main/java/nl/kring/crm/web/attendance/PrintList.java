package nl.kring.crm.web.attendance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import nl.kring.crm.attendance.presence.PresenceLists;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.SentFile;

/** Hands out the list that people sign; it is in Dutch, as the registers read it. */
@WebServlet("/attendance/list")
public class PrintList extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Inject
    private transient PresenceLists lists;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SentFile.answer(
                response,
                () -> SentFile.pdf(
                        "presentielijst.pdf",
                        lists.pdf(
                                Shown.uuid(request.getParameter("id")),
                                profession -> Texts.of(DUTCH, "values.profession." + profession))));
    }
}
