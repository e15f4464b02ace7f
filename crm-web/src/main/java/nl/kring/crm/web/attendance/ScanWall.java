package nl.kring.crm.web.attendance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.presence.SelfScans;
import nl.kring.crm.attendance.presence.Wall;

/** What somebody meets who scanned the code on the wall. */
@Named
@RequestScoped
public class ScanWall {

    private static final List<String> OUTCOMES = List.of("IN", "OUT", "unknown", "closed");

    @Inject
    private SelfScans scans;

    private String code;
    private String done;
    private Wall wall;

    public void load() {
        wall = scans.wall(code);
    }

    /** Made with the page, so that a form that is sent twice is one scan. */
    public String getScan() {
        return UUID.randomUUID().toString();
    }

    public Wall getWall() {
        return wall;
    }

    public String getWhen() {
        return Shown.moment(wall.startsAt());
    }

    /** What was just done, or why not; null when nothing was. */
    public String getDone() {
        return OUTCOMES.contains(done == null ? "" : done) ? done : null;
    }

    public void setDone(String done) {
        this.done = done;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
