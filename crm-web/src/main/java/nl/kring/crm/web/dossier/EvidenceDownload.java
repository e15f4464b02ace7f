package nl.kring.crm.web.dossier;

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
import nl.kring.crm.web.layout.SentFile;

/** Hands out what shows that points were earned, to keep and never to show within a page; what is not the caller's to see does not exist. */
@WebServlet("/dossier/evidence")
public class EvidenceDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Credits credits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SentFile.answer(response, () -> {
            Evidence evidence = credits.evidence(uuid(request.getParameter("id")));
            String ending = evidence.mediaType().substring(evidence.mediaType().indexOf('/') + 1);
            return new SentFile("bewijs." + ending, evidence.mediaType(), evidence.content());
        });
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(String.valueOf(id));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
