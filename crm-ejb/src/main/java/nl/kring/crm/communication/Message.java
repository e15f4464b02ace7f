package nl.kring.crm.communication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.kring.crm.platform.BaseEntity;

/** One mail to one address, with a calendar invitation where it is about a date. */
@Entity
public class Message extends BaseEntity {

    /** How long a mail server may be down before a mail is given up (RFC 5321, 4.5.4.1: four to five days). */
    static final Duration PATIENCE = Duration.ofDays(5);

    private static final int LONGEST_PAUSE_MINUTES = 15;
    private static final int LONGEST_BOUNCE = 500;

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private Long organisationId;

    @Column(updatable = false)
    private Long personId;

    private String kind;
    private String recipient;
    private String subject;
    private String body;
    private String calendar;
    private String calendarMethod;
    private String dropped;
    private String messageId;

    @Column(updatable = false)
    private boolean answersToTeam;

    @Enumerated(EnumType.STRING)
    private MessageState state = MessageState.PENDING;

    private int attempts;
    private Instant nextAttemptAt;
    private String lastError;
    private Instant createdAt;
    private Instant sentAt;

    @Column(updatable = false)
    private String unsubscribe;

    @Column(updatable = false)
    private boolean secret;

    private String bounce;
    private Instant bouncedAt;

    @Version
    private long version;

    protected Message() {}

    Message(OutgoingMail mail, Instant now) {
        organisationId = mail.organisationId();
        personId = mail.personId();
        kind = mail.kind();
        recipient = mail.recipient();
        subject = mail.subject();
        body = mail.body();
        calendar = mail.calendar();
        calendarMethod = mail.calendarMethod();
        answersToTeam = mail.answersToTeam();
        dropped = mail.dropped();
        unsubscribe = mail.unsubscribe();
        secret = mail.secret();
        messageId = "<" + UUID.randomUUID() + "@kring>";
        createdAt = now;
        nextAttemptAt = now;
    }

    void sent(MessageState how, Instant now) {
        state = how;
        if (how == MessageState.SENT) {
            forgetSecret();
        }
        sentAt = now;
        attempts++;
        lastError = null;
    }

    /** Tries again after 1, 2, 4, 8 and then each 15 minutes, and gives up after five days. */
    void failed(String why, Instant now) {
        attempts++;
        lastError = why;
        nextAttemptAt = now.plus(Duration.ofMinutes(Math.min(1L << Math.min(attempts - 1, 10), LONGEST_PAUSE_MINUTES)));
        if (!now.isBefore(createdAt.plus(PATIENCE))) {
            state = MessageState.FAILED;
            forgetSecret();
        }
    }

    /** What only its receiver may have is not kept here once it is gone. */
    private void forgetSecret() {
        if (secret) {
            body = ADDRESS.matcher(body).replaceAll("…");
        }
    }

    /** The receiving side takes it never: trying again would only make the sender look bad. */
    void refused(String why, Instant now) {
        state = MessageState.REFUSED;
        attempts++;
        lastError = null;
        forgetSecret();
        bounced(why, now);
    }

    /** Tries it once more, as the same message. */
    void again(Instant now) {
        state = MessageState.PENDING;
        attempts = 0;
        nextAttemptAt = now;
        createdAt = now; // patience begins anew
        lastError = null;
        bounce = null;
        bouncedAt = null;
    }

    /** It was sent and came back. */
    void bounced(String why, Instant now) {
        String line = why == null ? "" : why.replaceAll("\\s+", " ").strip();
        bounce = line.substring(0, Math.min(line.length(), LONGEST_BOUNCE));
        bouncedAt = now;
    }

    /** For whom it is sent. */
    Long getOrganisationId() {
        return organisationId;
    }

    /** Whether answers go to the organisation's reply address. */
    boolean isAnswersToTeam() {
        return answersToTeam;
    }

    public String getKind() {
        return kind;
    }

    public String getRecipient() {
        return recipient;
    }

    public String getSubject() {
        return subject;
    }

    public String getBody() {
        return body;
    }

    public String getCalendar() {
        return calendar;
    }

    public String getCalendarMethod() {
        return calendarMethod;
    }

    /** A second calendar, of what is no longer. */
    String getDropped() {
        return dropped;
    }

    Long getPersonId() {
        return personId;
    }

    /** Where a mail program can say that no more is wanted, or null. */
    String getUnsubscribe() {
        return unsubscribe;
    }

    /** What the receiving side said when it refused it for good, or null. */
    public String getBounce() {
        return bounce;
    }

    public Instant getBouncedAt() {
        return bouncedAt;
    }

    public String getMessageId() {
        return messageId;
    }

    public MessageState getState() {
        return state;
    }

    public String getLastError() {
        return lastError;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
