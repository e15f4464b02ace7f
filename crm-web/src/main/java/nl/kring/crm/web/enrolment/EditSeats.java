package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.enrolment.Announcements;
import nl.kring.crm.enrolment.CourseQuestions;
import nl.kring.crm.enrolment.MailPreview;
import nl.kring.crm.enrolment.QuestionKind;
import nl.kring.crm.enrolment.QuotaKind;
import nl.kring.crm.enrolment.SeatAgreements;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** How the seats of an edition are given, and what is asked of who enrols. */
@Named
@ViewScoped
public class EditSeats implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Editions editions;

    @Inject
    private SeatAgreements agreements;

    @Inject
    private Announcements announcements;

    @Inject
    private CourseQuestions questions;

    @Inject
    private Organisations organisations;

    private String id;
    private String title;
    private SeatsForm form;
    private MailPreview preview;
    private String seen;

    public void load() {
        UUID edition = Wording.uuid(id);
        form = new SeatsForm(agreements.of(edition), questions.of(edition));
        title = editions.edition(edition).line().title();
    }

    /** Who would get a seat by it, and hear of that, is shown first, and saved when it was seen. */
    public void save() {
        UUID edition = Wording.uuid(id);
        String asked = String.valueOf(form.agreement());
        if (!asked.equals(seen)) {
            preview = announcements.ofAgreement(edition, form.agreement());
            if (preview.concernsAnybody()) {
                seen = asked;
                return;
            }
        }
        agreements.agree(edition, form.agreement());
        questions.ask(edition, form.asked());
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "enrolment_edit-seats.saved"));
        Faces.redirect("/enrolment/edit-seats.xhtml?id=%s", edition.toString());
    }

    public QuotaKind[] getKinds() {
        return QuotaKind.values();
    }

    public QuestionKind[] getQuestionKinds() {
        return QuestionKind.values();
    }

    public Profession[] getProfessions() {
        return Profession.values();
    }

    public List<Organisation> getParticipants() {
        return organisations.participants();
    }

    /** What would be sent, once it was asked for. */
    public MailPreview getPreview() {
        return preview;
    }

    public SeatsForm getForm() {
        return form;
    }

    public String getTitle() {
        return title;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
