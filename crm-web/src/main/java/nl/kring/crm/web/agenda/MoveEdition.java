package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.enrolment.Announcements;
import nl.kring.crm.enrolment.MailPreview;
import nl.kring.crm.platform.NotFoundException;

/**
 * Another time or place for an edition or one of its sessions, or another form of it: what will be sent is shown first. A
 * calendar may hand over which session is to begin when.
 */
@Named
@ViewScoped
public class MoveEdition implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Editions editions;

    @Inject
    private Courses courses;

    @Inject
    private Accreditations accreditations;

    @Inject
    private Announcements announcements;

    private String id;
    private String session;
    private String start;
    private EditionDetail edition;
    private CourseForm form;
    private String note;
    private Integer days;
    private MailPreview preview;
    private String seen;

    public void load() {
        edition = editions.edition(EditionId.of(id));
        if (!edition.own()) {
            throw new NotFoundException();
        }
        form = CourseForm.of(edition, accreditations.schemes(), List.of());
        for (SessionForm each : form.getSessions()) {
            LocalDateTime wished = wished();
            if (wished != null && each.is(session)) {
                each.moveTo(wished);
            }
        }
    }

    private LocalDateTime wished() {
        try {
            return start == null ? null : LocalDateTime.parse(start);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** All sessions so many days later, or earlier, at the same time of day. */
    public void shift() {
        if (days != null) {
            form.getSessions().forEach(each -> each.shift(days));
        }
        preview = null;
    }

    /** From now on behind a screen; where it would have been held is given up. */
    public void online() {
        form.setKind(CourseKind.WEBINAR);
        form.setLocation(null);
        form.setPlace(null);
        preview = null;
    }

    public String save() {
        PlannedCourse planned =
                form.movedFrom(AmsterdamTime.toLocal(edition.line().startsAt()));
        String asked = planned + "|" + note;
        if (!asked.equals(seen)) {
            preview = announcements.ofChange(edition.uuid(), edition.version(), planned, note);
            if (preview.concernsAnybody()) {
                seen = asked;
                return null;
            }
        }
        courses.change(edition.uuid(), edition.version(), planned, note);
        return ViewEdition.shown(edition.uuid(), "agenda_move-edition.saved");
    }

    public EditionDetail getEdition() {
        return edition;
    }

    public CourseForm getForm() {
        return form;
    }

    public MailPreview getPreview() {
        return preview;
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

    public String getStart() {
        return start;
    }

    public void setStart(String start) {
        this.start = start;
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
