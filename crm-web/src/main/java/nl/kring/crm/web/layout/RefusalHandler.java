package nl.kring.crm.web.layout;

import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Unstorable;
import nl.kring.crm.texts.Texts;
import org.primefaces.csp.CspException;

/**
 * What happens on a screen when something says no: a rule's refusal becomes a message on the same page, what does not
 * exist for the caller becomes the page for that, and a failure shows a number that the log knows too.
 */
class RefusalHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(RefusalHandler.class.getName());

    RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            var queued = events.next().getContext();
            FacesContext context = queued.getContext();
            Throwable cause = rootOf(queued.getException());
            events.remove();
            answer(context, cause, queued.getPhaseId());
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext context, Throwable cause, PhaseId phase) {
        if (cause instanceof NotFoundException) {
            show(context, 404, "/errors/not-found.xhtml");
        } else if (cause instanceof EJBAccessException
                || cause instanceof NotAllowedException && !context.isPostback()) {
            show(context, 403, "/errors/not-allowed.xhtml");
        } else if (cause instanceof ViewExpiredException || cause instanceof CspException) {
            show(context, 403, "/errors/expired.xhtml");
        } else if (cause instanceof ServletException && phase == PhaseId.APPLY_REQUEST_VALUES) {
            show(context, 403, "/errors/expired.xhtml"); // a form for files that came as no browser sends it
        } else if (phase == PhaseId.RESTORE_VIEW && context.isPostback()) {
            LOG.log(Level.INFO, cause, () -> "the state of a form did not fit " + pathOf(context));
            show(context, 403, "/errors/expired.xhtml");
        } else if (cause instanceof BusinessException refusal && phase != PhaseId.RENDER_RESPONSE) {
            String text = Texts.of(
                    context.getViewRoot().getLocale(),
                    "refusal." + refusal.code(),
                    refusal.arguments().toArray());
            context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
            context.validationFailed();
        } else if (Unstorable.isCauseOf(cause)) {
            show(context, 400, "/errors/not-found.xhtml");
        } else {
            String number = UUID.randomUUID().toString().substring(0, 8);
            LOG.log(Level.SEVERE, cause, () -> "failure " + number + " on " + pathOf(context));
            context.getExternalContext().getRequestMap().put("failureNumber", number);
            show(context, 500, "/errors/failure.xhtml");
        }
    }

    /**
     * A page that was asked for answers with the status itself; after a form was sent, the browser is led to the page that
     * says what happened. A failure of such a page is told in one plain line.
     */
    private static void show(FacesContext context, int status, String page) {
        ExternalContext external = context.getExternalContext();
        boolean asked =
                external.getRequest() instanceof HttpServletRequest request && "GET".equals(request.getMethod());
        try {
            if (external.isResponseCommitted()) {
                LOG.fine("the answer was already on its way");
            } else if (pathOf(context).startsWith("/errors/")) {
                external.responseReset();
                external.setResponseStatus(status);
                external.setResponseContentType("text/plain");
                external.getResponseOutputWriter().write("Kring: " + status);
            } else if (asked) {
                external.responseReset();
                external.setResponseStatus(status);
                external.dispatch(page);
            } else {
                Object number = external.getRequestMap().get("failureNumber");
                external.redirect(page + (number == null ? "" : "?number=" + number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }

    private static String pathOf(FacesContext context) {
        return context.getExternalContext().getRequestServletPath();
    }

    /** What says no, however deep it was wrapped on its way; else the first cause of all. */
    private static Throwable rootOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null
                && !(cause instanceof BusinessException
                        || cause instanceof EJBAccessException
                        || cause instanceof ViewExpiredException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
