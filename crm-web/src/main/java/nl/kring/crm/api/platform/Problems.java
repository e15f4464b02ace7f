package nl.kring.crm.api.platform;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Unstorable;
import nl.kring.crm.texts.Texts;

/** The one place where the API turns what was thrown into an answer. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    @Context
    private SecurityContext security;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof EJBException && !(cause instanceof EJBAccessException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof BusinessException refusal) {
            return answer(
                    statusOf(refusal),
                    refusal.code(),
                    "refusal." + refusal.code(),
                    refusal.arguments().toArray());
        }
        if (cause instanceof EJBAccessException) {
            boolean anonymous = security.getUserPrincipal() == null;
            return anonymous ? notSignedIn() : answer(403, "not-allowed", "refusal.not-allowed");
        }
        if (cause instanceof JsonbException || cause instanceof ProcessingException) {
            return answer(400, "unreadable", "refusal.unreadable");
        }
        if (cause instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return status == 404
                    ? answer(404, "not-found", "refusal.not-found")
                    : answer(status, "unreadable", "refusal.unreadable");
        }
        if (Unstorable.isCauseOf(cause)) {
            return answer(400, "unreadable", "refusal.unreadable");
        }
        LOG.log(Level.SEVERE, "The API failed", cause);
        return answer(500, "failure", "refusal.failure");
    }

    private static int statusOf(BusinessException refusal) {
        if (refusal instanceof NotFoundException) {
            return 404;
        }
        if (refusal instanceof NotAllowedException) {
            return 403;
        }
        return refusal instanceof InvalidInputException ? 400 : 409;
    }

    /** What a call without a valid key is told. */
    static Response notSignedIn() {
        return answer(401, "not-signed-in", "refusal.not-signed-in");
    }

    private static Response answer(int status, String code, String key, Object... arguments) {
        String dutch = Texts.of(Locale.forLanguageTag("nl"), key, arguments);
        String english = Texts.of(Locale.ENGLISH, key, arguments);
        return Response.status(status)
                .type(new MediaType("application", "problem+json", "UTF-8"))
                .entity(new Problem("about:blank", status, dutch, Map.of("nl", dutch, "en", english), code))
                .build();
    }
}
