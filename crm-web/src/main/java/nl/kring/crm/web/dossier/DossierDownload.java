package nl.kring.crm.web.dossier;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.dossier.Dossiers;
import nl.kring.crm.web.layout.SentFile;

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
        SentFile.answer(
                response,
                () -> SentFile.pdf("dossier.pdf", dossiers.pdf(request.getParameter("register"), wording::text)));
    }
}
