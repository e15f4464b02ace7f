package nl.kring.crm.web.communication;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.kring.crm.communication.MailDelivery;
import nl.kring.crm.communication.Message;
import nl.kring.crm.communication.MessageState;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.platform.SystemClock;

/** The mails that were sent, newest first. */
@Named
@RequestScoped
public class SentMail {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm").withZone(SystemClock.AMSTERDAM);

    @Inject
    private Messages messages;

    private List<Message> list;

    @PostConstruct
    void load() {
        list = messages.recent();
    }

    public List<Message> getList() {
        return list;
    }

    /** False when mail stays here: then every message can be read on this page only. */
    public boolean isLeaving() {
        return MailDelivery.leaves();
    }

    public String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** The kind of badge that a state is shown with. */
    public String badge(MessageState state) {
        return badgeOf(state);
    }

    static String badgeOf(MessageState state) {
        return switch (state) {
            case SENT, SHOWN -> "k-ok";
            case PENDING -> "k-info";
            case FAILED, REFUSED -> "k-error";
        };
    }
}
