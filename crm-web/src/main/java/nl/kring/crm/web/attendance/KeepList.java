package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.AttendanceSheet;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.attendance.credit.Evidence;
import nl.kring.crm.attendance.presence.PresenceLists;
import nl.kring.crm.attendance.presence.SignedList;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The list that people sign: to print, and to keep as it came back. */
@Named
@ViewScoped
public class KeepList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PresenceLists lists;

    @Inject
    private Attendances attendances;

    private String id;
    private String session;
    private AttendanceSheet sheet;
    private List<SignedList> signed = List.of();
    private transient Part file;

    public void load() {
        UUID edition = Shown.uuid(id);
        signed = lists.signed(edition);
        sheet = attendances.sheet(edition);
    }

    public void keep() throws IOException {
        if (file == null) {
            throw new InvalidInputException("credit-evidence-missing");
        }
        try (InputStream content = file.getInputStream()) {
            lists.keep(
                    Shown.uuid(session),
                    Evidence.of(file.getSubmittedFileName(), content.readNBytes(Evidence.LARGEST + 1)));
        }
        again("kept");
    }

    public void remove(UUID list) {
        lists.remove(list);
        again("removed");
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_keep-list." + what));
        Faces.redirect("/attendance/keep-list.xhtml?id=%s", sheet.edition().toString());
    }

    public String moment(Instant instant) {
        return Shown.moment(instant);
    }

    public AttendanceSheet getSheet() {
        return sheet;
    }

    public List<SignedList> getSigned() {
        return signed;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getSession() {
        return session;
    }

    public void setSession(String session) {
        this.session = session;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
