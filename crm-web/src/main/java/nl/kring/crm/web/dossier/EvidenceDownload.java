package nl.kring.crm.web.dossier;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import nl.kring.crm.attendance.credit.Credits;
import nl.kring.crm.attendance.credit.Evidence;
import nl.kring.crm.platform.NotFoundException;

/** Hands out what shows that points were earned, to keep and never to show within a page; what is not the caller's to see does not exist. */
@WebServlet("/dossier/evidence")
public class EvidenceDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Credits credits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Evidence evidence;
        try {
            evidence = credits.evidence(UUID.fromString(String.valueOf(request.getParameter("id"))));
        } catch (NotFoundException | IllegalArgumentException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (EJBAccessException notInThisRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String ending = evidence.mediaType().substring(evidence.mediaType().indexOf('/') + 1);
        response.setContentType(evidence.mediaType());
        response.setContentLength(evidence.content().length);
        response.setHeader("Content-Disposition", "attachment; filename=\"bewijs." + ending + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(evidence.content());
    }
}
