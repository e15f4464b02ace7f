package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import nl.kring.crm.enrolment.CalendarFeeds;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The address under which one's own calendar program reads one's enrolments. */
@Named
@ViewScoped
public class MyCalendar implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CalendarFeeds feeds;

    private Instant since;
    private transient String made;

    public void load() {
        since = feeds.since().orElse(null);
    }

    /** Answers on the same page and without a redirect: the address exists in this one answer only. */
    public void renew() {
        made = Settings.baseUrl() + "/enrolment/feed.ics?token=" + feeds.renew();
        load();
    }

    public void revoke() {
        feeds.revoke();
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "enrolment_my-calendar.revoked"));
        Faces.redirect("/enrolment/my-calendar.xhtml");
    }

    /** The address that was just made, this once. */
    public String getMade() {
        return made;
    }

    /** Since when there is an address; null when there is none. */
    public Instant getSince() {
        return since;
    }
}
