package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.enrolment.Announcements;
import nl.kring.crm.enrolment.MailPreview;
import nl.kring.crm.platform.NotFoundException;

/** Says that an edition will not be held, after a look at what will be sent. */
@Named
@ViewScoped
public class CancelEdition implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Editions editions;

    @Inject
    private Courses courses;

    @Inject
    private Announcements announcements;

    private String id;
    private EditionDetail edition;
    private String note;
    private MailPreview preview;

    public void load() {
        edition = editions.edition(EditionId.of(id));
        if (!edition.own()) {
            throw new NotFoundException();
        }
        look();
    }

    /** What would be sent, with the note as it is now. */
    public void look() {
        preview = announcements.ofCancellation(edition.uuid(), note);
    }

    public String cancel() {
        courses.cancel(edition.uuid(), note);
        return ViewEdition.shown(edition.uuid(), "agenda_view-edition.cancelled.done");
    }

    public EditionDetail getEdition() {
        return edition;
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

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
