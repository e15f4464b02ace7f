package nl.kring.crm.web.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.enrolment.draw.DrawLogs;
import nl.kring.crm.enrolment.draw.DrawWindow;

/** Whether seats of an edition are given by lot, and when, for pages that are about something else. */
@Named
@RequestScoped
public class DrawNotice {

    @Inject
    private DrawLogs logs;

    @Inject
    private Wording wording;

    private final Map<UUID, Optional<DrawWindow>> asked = new HashMap<>();

    /** The window of an edition; null where seats are not given by lot. */
    public DrawWindow of(UUID edition) {
        return asked.computeIfAbsent(edition, logs::window).orElse(null);
    }

    /** When is drawn, in a sentence; null where that was done, or is not done. */
    public String ahead(UUID edition) {
        DrawWindow window = of(edition);
        return window == null || window.isDrawn()
                ? null
                : wording.text(
                        "enrolment_draw.ahead", wording.moment(window.opensAt()), wording.moment(window.drawAt()));
    }
}
