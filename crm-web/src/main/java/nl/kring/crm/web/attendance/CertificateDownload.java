package nl.kring.crm.web.attendance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.web.layout.SentFile;

/** Hands out the PDF of a certificate; one that is not the caller's to see does not exist. */
@WebServlet("/attendance/certificate")
public class CertificateDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Certificates certificates;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SentFile.answer(
                response,
                () -> SentFile.pdf(
                        "bewijs-van-deelname.pdf", certificates.pdf(Shown.uuid(request.getParameter("id")))));
    }
}
