package nl.kring.crm.web.communication;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.enrolment.Reminder;
import nl.kring.crm.enrolment.Reminders;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.agenda.AgendaWords;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** How long before it begins those who come are reminded: the organisation's habit, or what is said of one edition. */
@Named
@ViewScoped
public class SetReminders implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Reminders reminders;

    @Inject
    private Editions editions;

    @Inject
    private AgendaWords words;

    private String id;
    private UUID edition;
    private String about;
    private Reminder reminder;
    private boolean own;
    private Integer days;

    public void load() {
        edition = SelectionFields.uuid(id);
        if (edition == null) {
            days = reminders.habit();
        } else {
            reminder = reminders.of(edition);
            about = editions.edition(edition).line().title();
            own = reminder.own();
            days = reminder.days();
        }
    }

    public void save() {
        if (edition == null) {
            reminders.useHabit(days);
        } else {
            reminders.plan(edition, own, days);
        }
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "communication_edit-reply-address.done"));
        Faces.redirect("/communication/set-reminders.xhtml" + (edition == null ? "" : "?id=" + edition));
    }

    /** What happens to this edition, in a sentence. */
    public String getOutcome() {
        if (reminder.sentAt() != null) {
            return text("sent", words.moment(reminder.sentAt()));
        }
        return reminder.days() == null ? text("none") : text("planned", words.moment(reminder.at()));
    }

    private static String text(String key, Object... values) {
        return Texts.of(Faces.getLocale(), "communication_set-reminders." + key, values);
    }

    public boolean isOfEdition() {
        return edition != null;
    }

    public String getAbout() {
        return about;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public boolean isOwn() {
        return own;
    }

    public void setOwn(boolean own) {
        this.own = own;
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }
}
