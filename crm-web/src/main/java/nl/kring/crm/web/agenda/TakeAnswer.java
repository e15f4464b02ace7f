package nl.kring.crm.web.agenda;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.kring.crm.agenda.resource.Invitations;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.NotFoundException;

/**
 * Takes a teacher's answer. It looks at no session: the link that comes with the form is all that counts, so that nobody can
 * make somebody else's browser answer, and a page that was open for hours still works. Only a form that is sent answers;
 * opening the address does not.
 */
@WebServlet("/agenda/answer")
public class TakeAnswer extends HttpServlet {

    static final int LONGEST_REASON = 300;

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Invitations invitations;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String token = request.getParameter("token");
        String answer = request.getParameter("answer");
        if (token == null || !("yes".equals(answer) || "no".equals(answer))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String page = "/agenda/answer-invitation.xhtml?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        try {
            invitations.answer(
                    token, request.getParameter("asked"), "yes".equals(answer), request.getParameter("reason"));
            response.sendRedirect(page);
        } catch (NotFoundException noSuchLink) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (BusinessException refused) {
            response.sendRedirect(page + "&no=" + refused.code());
        }
    }
}
