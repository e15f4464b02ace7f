package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.kring.crm.enrolment.desk.GuestEnrolments;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.NotFoundException;

/**
 * Takes a guest's yes. It looks at no session: the link that comes with the form is all that counts and is known to the
 * guest's mailbox alone, so that nobody can make somebody else's browser say yes. Opening the address does nothing.
 */
@WebServlet("/enrolment/guest-confirmation")
public class TakeGuestConfirmation extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient GuestEnrolments guests;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = request.getParameter("token");
        if (token == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String page = "/enrolment/confirm-guest.xhtml?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        try {
            guests.confirm(token);
            response.sendRedirect(page);
        } catch (NotFoundException noSuchLink) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (BusinessException refused) {
            response.sendRedirect(page + "&no=" + refused.code());
        }
    }
}
