package nl.kring.crm.web.accreditation;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.accreditation.request.AccreditationDossiers;
import nl.kring.crm.accreditation.request.RequestFile;
import nl.kring.crm.web.layout.SentFile;

/** Hands out a file of a request, to keep and never to show within a page; what is not the caller's to see does not exist. */
@WebServlet("/accreditation/document")
public class DocumentDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AccreditationDossiers dossiers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SentFile.answer(response, () -> {
            RequestFile file = dossiers.file(
                    ViewAccreditation.uuid(request.getParameter("edition")),
                    ViewAccreditation.uuid(request.getParameter("id")));
            return new SentFile(file.fileName(), file.mediaType(), file.content());
        });
    }
}
