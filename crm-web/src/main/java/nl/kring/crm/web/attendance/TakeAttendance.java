package nl.kring.crm.web.attendance;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.attendance.AttendanceSheet;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.attendance.IssueResult;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The attendance sheet of one edition, for the organiser's staff. */
@Named
@ViewScoped
public class TakeAttendance implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ISSUED = "issued";

    @Inject
    private transient Attendances attendances;

    @Inject
    private transient Certificates certificates;

    private String id;
    private AttendanceSheet sheet;
    private List<AttendanceLine> lines = List.of();
    private IssueResult issued;

    public void load() {
        sheet = attendances.sheet(Shown.uuid(id));
        lines = sheet.participants().stream()
                .map(row -> new AttendanceLine(row, sheet.sessions()))
                .toList();
        issued = Faces.getFlashAttribute(ISSUED);
    }

    public void save() {
        tell("saved", record());
        again();
    }

    public void everybodyPresent() {
        tell("saved", attendances.presentAll(sheet.edition()));
        again();
    }

    /** Ticks that were not saved yet count. */
    public void issue() {
        record();
        IssueResult result = certificates.issue(sheet.edition());
        tell("issued", result.issued());
        Faces.setFlashAttribute(ISSUED, result);
        again();
    }

    private int record() {
        List<AttendanceMark> changes =
                lines.stream().flatMap(line -> line.changes().stream()).toList();
        return changes.isEmpty() ? 0 : attendances.record(sheet.edition(), changes);
    }

    private static void tell(String what, int count) {
        Messages.addFlashGlobalInfo(Texts.of(
                FacesContext.getCurrentInstance().getViewRoot().getLocale(),
                "attendance_take-attendance." + what,
                count));
    }

    private void again() {
        Faces.redirect("/attendance/take-attendance.xhtml?id=%s", sheet.edition());
    }

    public boolean isFillable() {
        return sheet.sessions().stream().anyMatch(AttendanceSheet.Column::open) && !lines.isEmpty();
    }

    public String moment(Instant instant) {
        return Shown.moment(instant);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public AttendanceSheet getSheet() {
        return sheet;
    }

    public List<AttendanceLine> getLines() {
        return lines;
    }

    /** What the last issue did; null when the page was opened otherwise. */
    public IssueResult getIssued() {
        return issued;
    }
}
