package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.enrolment.Announcements;
import nl.kring.crm.enrolment.MailPreview;
import nl.kring.crm.platform.NotFoundException;

/** Changes a course and its edition; nothing is overwritten that somebody else changed meanwhile. */
@Named
@ViewScoped
public class EditEdition implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Editions editions;

    @Inject
    private Accreditations accreditations;

    @Inject
    private Announcements announcements;

    private String id;
    private UUID uuid;
    private long version;
    private CourseForm form;
    private String note;
    private MailPreview preview;
    private String seen;

    public void load() {
        EditionDetail edition = editions.edition(EditionId.of(id));
        if (!edition.own()) {
            throw new NotFoundException();
        }
        uuid = edition.uuid();
        version = edition.version();
        form = CourseForm.of(edition, accreditations.schemes(), accreditations.ofCourse(uuid));
    }

    /** What tells people of another time or place is shown first, and saved when it was seen. */
    public String save() {
        PlannedCourse planned = form.planned();
        String asked = planned + "|" + note;
        if (!asked.equals(seen)) {
            preview = announcements.ofChange(uuid, version, planned, note);
            if (preview.concernsAnybody()) {
                seen = asked;
                return null;
            }
        }
        accreditations.change(uuid, version, planned, form.awarded(), note);
        return ViewEdition.shown(uuid, "agenda_edit-edition.saved");
    }

    /** What would be sent, once it was asked for. */
    public MailPreview getPreview() {
        return preview;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public CourseForm getForm() {
        return form;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
