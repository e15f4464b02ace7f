package nl.kring.crm.enrolment.mailing;

import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.communication.mailing.MailingPurpose;

/**
 * A letter as somebody wants to send it.
 *
 * @param uuid chosen once by who writes it: the same letter is sent once
 * @param edition null for a selection of the register
 * @param subject with words between braces, as staff type it
 * @param englishSubject the same for who chose English; null or empty, as the body, when they get the Dutch one
 */
public record MailingWish(
        UUID uuid,
        MailingPurpose purpose,
        UUID edition,
        Selection selection,
        String subject,
        String body,
        String englishSubject,
        String englishBody)
        implements Serializable {

    /** In Dutch alone. */
    public MailingWish(
            UUID uuid, MailingPurpose purpose, UUID edition, Selection selection, String subject, String body) {
        this(uuid, purpose, edition, selection, subject, body, null, null);
    }

    /** Whether who reads English gets a text of their own. */
    boolean hasEnglish() {
        return englishSubject != null && !englishSubject.isBlank() || englishBody != null && !englishBody.isBlank();
    }
}
