package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.util.List;

/**
 * What a change would send.
 *
 * @param letters one example of each kind
 * @param unreached the names of those who cannot be mailed, so that somebody has to call them
 */
public record MailPreview(List<Letter> letters, List<String> unreached) implements Serializable {

    /**
     * One kind of mail.
     *
     * @param kind its code
     * @param count how many of it would leave
     * @param recipient to whom the example would go
     * @param calendar whether an appointment goes along
     */
    public record Letter(String kind, int count, String recipient, String subject, String body, boolean calendar)
            implements Serializable {

        /** The same to somebody else too. */
        Letter andOneMore() {
            return new Letter(kind, count + 1, recipient, subject, body, calendar);
        }
    }

    /** How many mails would leave. */
    public int count() {
        return letters.stream().mapToInt(Letter::count).sum();
    }

    /** Whether anybody would have to hear of it. */
    public boolean concernsAnybody() {
        return !letters.isEmpty() || !unreached.isEmpty();
    }
}
