package nl.kring.crm.web.communication;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.kring.crm.communication.mailing.OptOuts;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** What can be stopped, for whoever has the link of a mail; stopping goes to {@link StopMailing}. */
@Named
@RequestScoped
public class Unsubscribe {

    @Inject
    private OptOuts optOuts;

    private String token;
    private OptOuts.Shown shown;

    public void load() {
        shown = optOuts.shown(token);
    }

    public boolean isStopped() {
        return shown.stopped().contains(shown.purpose());
    }

    public String getQuestion() {
        return text("question." + shown.purpose());
    }

    public String getStopThis() {
        return text("stop." + shown.purpose());
    }

    public String getStopAll() {
        return text("stop.all");
    }

    public String getOutcome() {
        return text("stopped." + (shown.stopped().size() > 1 ? "all" : shown.purpose()));
    }

    private String text(String key) {
        return Texts.of(Faces.getLocale(), "communication_unsubscribe." + key, shown.organisation());
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
