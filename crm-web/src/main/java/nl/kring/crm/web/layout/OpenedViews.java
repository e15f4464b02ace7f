package nl.kring.crm.web.layout;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Map;

/**
 * A form is only taken from a page that was opened. Faces restores a page from the state that a form brings along, but what
 * the page had loaded may be gone by then, or be that of another page; its buttons would then work on nothing. Such a form
 * is answered as one of a page that has expired.
 */
public class OpenedViews implements PhaseListener {

    private static final long serialVersionUID = 1L;
    private static final String OPENED = OpenedViews.class.getName();

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.ANY_PHASE;
    }

    /** What is opened keeps its name where it also keeps what it loaded; a page without forms keeps nothing. */
    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        UIViewRoot view = context.getViewRoot();
        if (event.getPhaseId() == PhaseId.RENDER_RESPONSE
                && view != null
                && !view.isTransient()
                && !context.isPostback()) {
            view.getViewMap().put(OPENED, view.getViewId());
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        UIViewRoot view = context.getViewRoot();
        if (event.getPhaseId() == PhaseId.RESTORE_VIEW
                && view != null
                && context.isPostback()
                && !context.getResponseComplete()
                && !isOpened(view)) {
            throw new ViewExpiredException(view.getViewId());
        }
    }

    private static boolean isOpened(UIViewRoot view) {
        Map<String, Object> kept = view.getViewMap(false);
        return kept != null && view.getViewId().equals(kept.get(OPENED));
    }
}
