package nl.kring.crm.communication.mailing;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A mailing in the list.
 *
 * @param mails how many addresses get it
 * @param written how many of them are in the outbox
 * @param refused how many were refused for good
 * @param by the name of who sent it, or null
 * @param finishedAt when the last mail was put in the outbox; null while it is under way
 * @param stoppedAt when somebody stopped it, or null
 * @param englishSubject for who reads English; null, as the body, when all got the Dutch one
 */
public record MailingLine(
        UUID uuid,
        MailingPurpose purpose,
        String about,
        String subject,
        String body,
        int mails,
        int written,
        int refused,
        String by,
        Instant queuedAt,
        Instant finishedAt,
        Instant stoppedAt,
        String englishSubject,
        String englishBody)
        implements Serializable {

    public boolean underWay() {
        return finishedAt == null && stoppedAt == null;
    }

    /** From 0 to 100. */
    public int percent() {
        return mails == 0 ? 100 : written * 100 / mails;
    }
}
