package nl.kring.crm.web.enrolment;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.enrolment.desk.ParticipantSheets;
import nl.kring.crm.platform.NotFoundException;

/** The badges of an edition as PDF, to print and cut out. */
@WebServlet("/enrolment/badges")
public class PrintBadges extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ParticipantSheets sheets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] pdf;
        try {
            pdf = sheets.badges(Wording.uuid(request.getParameter("id")));
        } catch (NotFoundException notForTheCaller) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (EJBAccessException notInThisRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("application/pdf");
        response.setContentLength(pdf.length);
        response.setHeader("Content-Disposition", "attachment; filename=\"badges.pdf\"");
        response.getOutputStream().write(pdf);
    }
}
