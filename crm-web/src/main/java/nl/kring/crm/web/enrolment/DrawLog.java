package nl.kring.crm.web.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.enrolment.draw.DrawLogs;
import nl.kring.crm.enrolment.draw.DrawnLine;
import nl.kring.crm.enrolment.draw.PublishedDraw;
import nl.kring.crm.web.layout.Me;

/** How seats were given by lot, and how anybody can check it. */
@Named
@RequestScoped
public class DrawLog {

    /** The file has them all. */
    private static final int SHOWN = 500;

    @Inject
    private DrawLogs logs;

    @Inject
    private Me me;

    private String id;
    private PublishedDraw draw;

    public void load() {
        me.visit();
        draw = logs.of(Wording.uuid(id));
    }

    public PublishedDraw getDraw() {
        return draw;
    }

    public boolean isHeld() {
        return draw.log() != null;
    }

    public List<DrawnLine> getLines() {
        return draw.log().lines().stream().limit(SHOWN).toList();
    }

    public boolean isMore() {
        return draw.log().lines().size() > SHOWN;
    }

    /** Whether secret, promise and order fit together. */
    public boolean isSound() {
        return draw.log().isSound();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
