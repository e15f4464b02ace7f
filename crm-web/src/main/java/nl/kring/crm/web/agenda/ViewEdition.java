package nl.kring.crm.web.agenda;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.accreditation.SchemePoints;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.course.CourseProfiles;
import nl.kring.crm.agenda.course.PublicProfile;
import nl.kring.crm.enrolment.Announcements;
import nl.kring.crm.enrolment.MailPreview;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Messages;

/** One edition as its organiser sees it, with what can be done with it. */
@Named
@ViewScoped
public class ViewEdition implements Serializable {

    private static final long serialVersionUID = 1L;

    /** It is archived by closing it, where what is open is seen first. */
    private static final List<EditionMove> STEPS = List.of(
            EditionMove.OPEN_ENROLMENT,
            EditionMove.PUBLISH,
            EditionMove.CLOSE_ENROLMENT,
            EditionMove.HOLD,
            EditionMove.REOPEN);

    @Inject
    private Editions editions;

    @Inject
    private Courses courses;

    @Inject
    private Accreditations accreditations;

    @Inject
    private CourseProfiles profiles;

    @Inject
    private Announcements announcements;

    private String id;
    private EditionDetail edition;
    private List<SchemePoints> points;
    private String pending;
    private PublicProfile profile;
    private ProgressForm progress;
    private String opening;
    private MailPreview preview;

    public void load() {
        edition = editions.edition(EditionId.of(id));
        if (!edition.own()) {
            throw new NotFoundException();
        }
        progress = new ProgressForm(edition.progress());
        points = List.copyOf(accreditations.pointsOf(List.of(edition.uuid())).getOrDefault(edition.uuid(), List.of()));
        pending = String.join(
                ", ", accreditations.pending(List.of(edition.uuid())).getOrDefault(edition.uuid(), List.of()));
        profile = profiles.shown(edition.uuid());
        if (opening != null && edition.moves().contains(EditionMove.OPEN_ENROLMENT)) {
            preview = announcements.ofOpening(edition.uuid());
        }
    }

    /** Takes the edition a step on, or back, in its life. Whom it would tell that enrolment opens is shown first. */
    public String move(EditionMove step) {
        if (step == EditionMove.OPEN_ENROLMENT && preview == null) {
            MailPreview told = announcements.openIfNobodyHears(edition.uuid());
            if (told.concernsAnybody()) {
                preview = told;
                return null;
            }
        } else {
            courses.move(edition.uuid(), step);
        }
        return done(step.name());
    }

    public String advance() {
        courses.advance(edition.uuid(), progress.progress());
        return done("progress");
    }

    private String done(String what) {
        return shown(edition.uuid(), "agenda_view-edition." + what + ".done");
    }

    /** The way to an edition's page, with a message of what was done. */
    static String shown(UUID edition, String key) {
        Messages.addFlashGlobalInfo(
                Texts.of(FacesContext.getCurrentInstance().getViewRoot().getLocale(), key));
        return "/agenda/view-edition.xhtml?faces-redirect=true&id=" + edition;
    }

    public boolean isDraft() {
        return edition.line().state() == EditionState.CONCEPT;
    }

    /** Whether what was planned may still be changed. */
    public boolean isChangeable() {
        return edition.line().state() != EditionState.CANCELLED
                && edition.line().state() != EditionState.ARCHIVED;
    }

    /** The steps that are buttons of their own, the usual one first. */
    public List<EditionMove> getSteps() {
        return STEPS.stream().filter(edition.moves()::contains).toList();
    }

    public boolean isCancellable() {
        return edition.moves().contains(EditionMove.CANCEL);
    }

    public boolean isWithdrawable() {
        return edition.moves().contains(EditionMove.WITHDRAW);
    }

    public ProgressForm getProgress() {
        return progress;
    }

    public EditionDetail getEdition() {
        return edition;
    }

    /** What everybody may see of its course. */
    public PublicProfile getProfile() {
        return profile;
    }

    /** The registers that were asked for points and have not answered. */
    public String getPending() {
        return pending;
    }

    public List<SchemePoints> getPoints() {
        return points;
    }

    /** What would be sent when enrolment opens, once it was asked for. */
    public MailPreview getPreview() {
        return preview;
    }

    /** Given by who planned the course and would open it, when somebody hears of that. */
    public String getOpening() {
        return opening;
    }

    public void setOpening(String opening) {
        this.opening = opening;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
