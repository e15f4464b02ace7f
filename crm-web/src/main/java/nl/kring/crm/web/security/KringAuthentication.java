package nl.kring.crm.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.ApiTokens;
import nl.kring.crm.security.Identity;

/**
 * The one way in: screens by the session that a sign-in opened, the API by a Bearer token, which opens no session. Who
 * somebody is, and with which roles, is read from the database at each request.
 */
@ApplicationScoped
public class KringAuthentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    @Inject
    private Accounts accounts;

    @Inject
    private ApiTokens tokens;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (isApi(request)) {
            return api(request, context);
        }
        Optional<AuthenticationStatus> signedIn = ofSession(request, context);
        if (signedIn.isPresent()) {
            return signedIn.get();
        }
        return context.isProtected() ? toSignIn(request, response, context) : context.doNothing();
    }

    private AuthenticationStatus api(HttpServletRequest request, HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return context.doNothing();
        }
        Optional<Identity> identity = header.startsWith(BEARER)
                ? tokens.identify(header.substring(BEARER.length()).strip())
                : Optional.empty();
        return identity.map(id -> context.notifyContainerAboutLogin(id.principalName(), id.roleNames()))
                .orElseGet(context::doNothing);
    }

    private Optional<AuthenticationStatus> ofSession(HttpServletRequest request, HttpMessageContext context) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SignedIn.IN_SESSION) instanceof SignedIn signedIn)) {
            return Optional.empty();
        }
        return accounts.identify(signedIn.account(), signedIn.organisation())
                .flatMap(identity -> signedIn.nameOf(identity)
                        .map(name -> context.notifyContainerAboutLogin(name, identity.roleNames())));
    }

    private static AuthenticationStatus toSignIn(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String wanted =
                request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        String next =
                "GET".equals(request.getMethod()) ? "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : "";
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                response.setContentType("text/xml");
                response.getWriter()
                        .write("<?xml version=\"1.0\"?><partial-response><redirect url=\"/security/sign-in.xhtml\"/>"
                                + "</partial-response>");
            } else {
                response.sendRedirect("/security/sign-in.xhtml" + next);
            }
        } catch (IOException theClientIsGone) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
