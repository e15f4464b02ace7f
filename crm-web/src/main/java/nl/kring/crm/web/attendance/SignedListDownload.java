package nl.kring.crm.web.attendance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.attendance.credit.Evidence;
import nl.kring.crm.attendance.presence.PresenceLists;
import nl.kring.crm.web.layout.SentFile;

/** Hands out the scan of a signed list, to be kept and not to be shown in the browser. */
@WebServlet("/attendance/signed-list")
public class SignedListDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PresenceLists lists;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SentFile.answer(response, () -> {
            Evidence file = lists.file(Shown.uuid(request.getParameter("id")));
            return new SentFile(file.fileName(), file.mediaType(), file.content());
        });
    }
}
