package nl.kring.crm.web.attendance;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.kring.crm.attendance.presence.ScanKind;
import nl.kring.crm.attendance.presence.SelfScans;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.web.layout.Me;

/**
 * Takes what somebody sends who stands before the code on the wall. Both codes come with the form, so that nobody can make somebody
 * else's browser do it; who left the own code out has to be signed in as a professional.
 */
@WebServlet("/attendance/wall-scan")
public class TakeWallScan extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SelfScans scans;

    @Inject
    private transient Me me;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = request.getParameter("code");
        String own = request.getParameter("own");
        UUID id;
        ScanKind kind;
        try {
            id = UUID.fromString(String.valueOf(request.getParameter("scan")));
            kind = ScanKind.valueOf(String.valueOf(request.getParameter("kind")));
        } catch (IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (code == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String page = "/attendance/scan-wall.xhtml?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8) + "&done=";
        try {
            if (own == null || own.isBlank()) {
                if (!me.isProfessional()) {
                    response.sendRedirect(page + "unknown");
                    return;
                }
                scans.mine(code, id, kind);
            } else {
                scans.byCode(code, own, id, kind);
            }
            response.sendRedirect(page + kind);
        } catch (NotFoundException unknown) {
            response.sendRedirect(page + "unknown");
        } catch (InvalidInputException closed) {
            response.sendRedirect(page + "closed");
        }
    }
}
