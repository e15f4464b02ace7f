package nl.kring.crm.web.communication;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.kring.crm.communication.mailing.OptOuts;
import nl.kring.crm.platform.NotFoundException;

/**
 * Takes that somebody wants no more: of the page's form, and of a mail program's own button (RFC 8058, one click). It looks at no
 * session: the link is all that counts. Opening the address stops nothing and leads to the page that asks.
 */
@WebServlet("/communication/stop")
public class StopMailing extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OptOuts optOuts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(page(request.getParameter("token")));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String token = request.getParameter("token");
        String what = request.getParameter("what");
        try {
            if ("again".equals(what)) {
                optOuts.resume(token);
            } else if ("One-Click".equals(request.getParameter("List-Unsubscribe")) || what != null) {
                optOuts.stop(token, "all".equals(what));
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            if (what == null) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else {
                response.sendRedirect(page(token));
            }
        } catch (NotFoundException noSuchLink) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String page(String token) {
        return "/communication/unsubscribe.xhtml?token="
                + URLEncoder.encode(token == null ? "" : token, StandardCharsets.UTF_8);
    }
}
