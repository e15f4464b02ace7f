package nl.kring.crm.web.attendance;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.attendance.letterhead.Letterheads;
import nl.kring.crm.platform.NotFoundException;

/** The logo of the caller's organisation, and how its certificates look with it. */
@WebServlet({"/attendance/letterhead-logo", "/attendance/letterhead-example"})
public class LetterheadFile extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Letterheads letterheads;

    @Inject
    private transient Certificates certificates;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean example = request.getServletPath().endsWith("example");
        byte[] content;
        try {
            content = example ? certificates.example() : letterheads.ownLogo();
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (EJBAccessException notInThisRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType(example ? "application/pdf" : "image/png");
        response.setContentLength(content.length);
        if (example) {
            response.setHeader("Content-Disposition", "attachment; filename=\"voorbeeld-bewijs.pdf\"");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(content);
    }
}
