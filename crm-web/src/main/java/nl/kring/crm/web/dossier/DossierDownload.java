package nl.kring.crm.web.dossier;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.dossier.Dossiers;
import nl.kring.crm.platform.NotFoundException;

/** Hands out the caller's own dossier as a PDF. */
@WebServlet("/dossier/pdf")
public class DossierDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Dossiers dossiers;

    @Inject
    private transient DossierWording wording;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] pdf;
        try {
            pdf = dossiers.pdf(request.getParameter("register"), wording::text);
        } catch (NotFoundException none) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (EJBAccessException notInThisRole) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("application/pdf");
        response.setContentLength(pdf.length);
        response.setHeader("Content-Disposition", "attachment; filename=\"dossier.pdf\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(pdf);
    }
}
