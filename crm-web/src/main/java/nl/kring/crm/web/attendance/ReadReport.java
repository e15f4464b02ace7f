package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.kring.crm.attendance.presence.JoinReports;
import nl.kring.crm.attendance.presence.JoinSheet;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Who was in an online session, by the file that Teams or Zoom makes of it. */
@Named
@ViewScoped
public class ReadReport implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 2 * 1024 * 1024 + 1;

    @Inject
    private JoinReports reports;

    private final Map<String, String> meant = new HashMap<>();
    private String id;
    private JoinSheet sheet;
    private transient Part file;

    public void load() {
        sheet = reports.sheet(Shown.uuid(id));
    }

    public void read() throws IOException {
        if (file == null) {
            throw new InvalidInputException("join-report-empty");
        }
        try (InputStream content = file.getInputStream()) {
            again("read", reports.read(sheet.door().session(), content.readNBytes(MOST)));
        }
    }

    /** Those of whom it was chosen who is meant. */
    public void link() {
        int linked = 0;
        for (JoinSheet.Stranger stranger : sheet.strangers()) {
            String chosen = meant.get(stranger.alias());
            if (chosen != null && !chosen.isEmpty()) {
                reports.link(sheet.door().session(), stranger.alias(), Shown.uuid(chosen));
                linked++;
            }
        }
        again("linked", linked);
    }

    public void restAbsent() {
        again("absent", reports.restAbsent(sheet.door().session()));
    }

    private void again(String what, int count) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_read-report." + what, count));
        Faces.redirect(
                "/attendance/read-report.xhtml?id=%s", sheet.door().session().toString());
    }

    public String moment(Instant instant) {
        return Shown.moment(instant);
    }

    public String time(Instant instant) {
        return Shown.time(instant);
    }

    public JoinSheet getSheet() {
        return sheet;
    }

    public Map<String, String> getMeant() {
        return meant;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
