package nl.kring.crm.web.communication;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.communication.Message;
import nl.kring.crm.communication.MessageState;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.mailing.MailingPurpose;
import nl.kring.crm.communication.mailing.OptOuts;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** What the organisation sent to one person, what came back, and what he or she wants no more. */
@Named
@ViewScoped
public class PersonMail implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Messages messages;

    @Inject
    private OptOuts optOuts;

    @Inject
    @Param
    private String id;

    private UUID person;
    private transient List<Message> list;
    private List<String> stopped;

    @PostConstruct
    void load() {
        person = SelectionFields.uuid(id);
        if (person == null) {
            throw new NotFoundException();
        }
        stopped = new ArrayList<>(
                optOuts.of(person).stream().map(MailingPurpose::name).toList());
    }

    public void say() {
        optOuts.say(person, stopped.stream().map(MailingPurpose::valueOf).collect(Collectors.toSet()));
        org.omnifaces.util.Messages.addFlashGlobalInfo(
                "{0}", Texts.of(Faces.getLocale(), "communication_edit-reply-address.done"));
        Faces.redirect(Faces.getViewId() + "?id=" + person);
    }

    public List<Message> getList() {
        if (list == null) {
            list = messages.to(person);
        }
        return list;
    }

    /** The last mail, when it did not arrive; else nothing. */
    public Message getBounced() {
        return getList().stream()
                .findFirst()
                .filter(message -> message.getBounce() != null)
                .orElse(null);
    }

    public String getSummary() {
        return Texts.of(
                Faces.getLocale(),
                "communication.person-mail.summary",
                getList().size());
    }

    public String badge(MessageState state) {
        return SentMail.badgeOf(state);
    }

    public List<String> getStopped() {
        return stopped;
    }

    public void setStopped(List<String> stopped) {
        this.stopped = stopped;
    }
}
