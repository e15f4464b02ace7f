package nl.kring.crm.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.security.SignInLinkRefusedException;
import nl.kring.crm.security.SignInLinks;

/**
 * Takes the button of a link: signs in, or confirms an address. Only a form that is sent from our own page counts, so that
 * nobody is signed in to another's account by a page elsewhere.
 */
@WebServlet("/security/link")
public class TakeLink extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignInLinks links;

    @Inject
    private transient CurrentUser currentUser;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String from = request.getHeader("Sec-Fetch-Site");
        if (from != null && !from.equals("same-origin")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String proof = request.getParameter("confirm");
        try {
            if (proof == null || proof.isEmpty()) {
                SignedIn.beginByLink(request, links.signIn(request.getParameter("token")));
                response.sendRedirect("/enrolment/my-enrolments.xhtml");
            } else if (currentUser.has(Role.PROFESSIONAL)) {
                links.confirm(proof);
                response.sendRedirect("/communication/my-settings.xhtml");
            } else {
                response.sendRedirect("/security/sign-in.xhtml?next="
                        + encoded("/security/use-link.xhtml?confirm=" + encoded(proof)));
            }
        } catch (SignInLinkRefusedException refused) {
            response.sendRedirect("/security/ask-link.xhtml?refused=true");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
