package nl.kring.crm.web.communication;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.communication.ContactKind;
import nl.kring.crm.communication.ContactLine;
import nl.kring.crm.communication.ContactMoments;
import nl.kring.crm.communication.NewContactMoment;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Colleague;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.TaskSubject;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The contact moments of one person or organisation on its card: what was said, and whom to call back when. */
@Named
@ViewScoped
public class KeepContact implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ContactMoments moments;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CurrentUser currentUser;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String gone;

    private TaskSubject with;
    private UUID uuid;
    private List<ContactLine> lines;
    private List<Colleague> team;
    private ContactKind kind = ContactKind.PHONE;
    private String note;
    private LocalDate callBackOn;
    private String callBackBy;
    private UUID correcting;
    private long correctingVersion;

    @PostConstruct
    void load() {
        with = Faces.getViewId().contains("organisation") ? TaskSubject.ORGANISATION : TaskSubject.PERSON;
        uuid = uuid(id);
        lines = moments.list(with, uuid);
        team = colleagues.list();
        callBackBy = currentUser
                .identity()
                .map(Identity::accountUuid)
                .map(UUID::toString)
                .orElse("");
    }

    /** Writes a new one down, or the one that is being corrected. */
    public void save() {
        if (correcting == null) {
            NewTask followUp = callBackOn == null
                    ? null
                    : new NewTask(text("communication.contact.call-back"), callBackOn, colleague(), with, uuid);
            moments.record(new NewContactMoment(with, uuid, kind, null, note, followUp));
        } else {
            moments.correct(correcting, correctingVersion, kind, note);
        }
        again("saved", "");
    }

    /** Puts one into the form. */
    public void edit(ContactLine line) {
        correcting = line.uuid();
        correctingVersion = line.version();
        kind = line.kind();
        note = line.note();
    }

    public void withdraw(UUID moment) {
        moments.withdraw(moment);
        again("withdrawn", "&gone=" + moment);
    }

    public void restore() {
        moments.restore(uuid(gone));
        again("restored", "");
    }

    private void again(String what, String parameter) {
        Messages.addFlashGlobalInfo("{0}", text("communication.contact." + what));
        Faces.redirect(Faces.getViewId() + "?id=" + uuid + parameter);
    }

    private UUID colleague() {
        return callBackBy == null || callBackBy.isBlank() ? null : uuid(callBackBy);
    }

    private static String text(String key) {
        return Texts.of(Faces.getLocale(), key);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text == null ? "" : text.strip());
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }

    public boolean isUndoable() {
        return gone != null && !gone.isBlank();
    }

    public boolean isCorrecting() {
        return correcting != null;
    }

    public List<ContactLine> getLines() {
        return lines;
    }

    public List<Colleague> getTeam() {
        return team;
    }

    public ContactKind[] getKinds() {
        return ContactKind.values();
    }

    public ContactKind getKind() {
        return kind;
    }

    public void setKind(ContactKind kind) {
        this.kind = kind;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public LocalDate getCallBackOn() {
        return callBackOn;
    }

    public void setCallBackOn(LocalDate callBackOn) {
        this.callBackOn = callBackOn;
    }

    public String getCallBackBy() {
        return callBackBy;
    }

    public void setCallBackBy(String callBackBy) {
        this.callBackBy = callBackBy;
    }
}
