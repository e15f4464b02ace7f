package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.enrolment.desk.ParticipantSheets;
import nl.kring.crm.web.layout.SentFile;

/** The badges of an edition as PDF, to print and cut out. */
@WebServlet("/enrolment/badges")
public class PrintBadges extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ParticipantSheets sheets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SentFile.answer(
                response, () -> SentFile.pdf("badges.pdf", sheets.badges(Wording.uuid(request.getParameter("id")))));
    }
}
