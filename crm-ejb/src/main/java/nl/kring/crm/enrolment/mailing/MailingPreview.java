package nl.kring.crm.enrolment.mailing;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.mailing.Outcome;

/**
 * What would be sent.
 *
 * @param mails how many addresses would get it
 * @param shared how many of them are of more people than one, and so name nobody
 * @param english how many of them are of somebody who chose English
 * @param others who would get none, by reason
 * @param example to whom the example would go, or null when nobody gets it
 * @param englishText what those get who chose English; null when they get the Dutch one
 */
public record MailingPreview(
        int mails, int shared, int english, List<Count> others, String example, MailText text, MailText englishText)
        implements Serializable {

    /** Whether the same texts would go to as many. */
    public boolean isSameAs(MailingPreview other) {
        return other != null
                && mails == other.mails
                && english == other.english
                && text.equals(other.text)
                && Objects.equals(englishText, other.englishText);
    }

    /** How many get none for one reason. */
    public record Count(Outcome outcome, int persons) implements Serializable {}
}
