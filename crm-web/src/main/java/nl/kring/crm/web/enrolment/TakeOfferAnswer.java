package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import nl.kring.crm.enrolment.EnrolmentLinks;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.NotFoundException;

/**
 * Takes the answer of who was offered a seat, or waits for one. It looks at no session: the link that comes with the form is
 * all that counts, so that nobody can make somebody else's browser answer. Only a form that is sent answers.
 */
@WebServlet("/enrolment/answer")
public class TakeOfferAnswer extends HttpServlet {

    static final Set<String> REFUSALS = Set.of("enrolment-offer-over", "enrolment-seat-is-sure");

    private static final long serialVersionUID = 1L;

    @Inject
    private transient EnrolmentLinks links;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = request.getParameter("token");
        String answer = request.getParameter("answer");
        if (token == null || !("yes".equals(answer) || "no".equals(answer))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String page = "/enrolment/answer-offer.xhtml?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        try {
            if ("yes".equals(answer)) {
                links.accept(token);
            } else {
                links.leave(token);
            }
            response.sendRedirect(page);
        } catch (NotFoundException noSuchLink) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (BusinessException refused) {
            response.sendRedirect(page + "&no=" + refused.code());
        }
    }
}
