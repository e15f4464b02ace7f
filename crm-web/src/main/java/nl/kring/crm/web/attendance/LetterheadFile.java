package nl.kring.crm.web.attendance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.attendance.letterhead.Letterheads;
import nl.kring.crm.web.layout.SentFile;

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
        SentFile.answer(
                response,
                () -> example
                        ? SentFile.pdf("voorbeeld-bewijs.pdf", certificates.example())
                        : new SentFile(null, "image/png", letterheads.ownLogo()));
    }
}
