package nl.kring.crm.enrolment.mailing;

import java.io.Serializable;
import java.util.List;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.mailing.Outcome;

/**
 * What would be sent.
 *
 * @param mails how many addresses would get it
 * @param shared how many of them are of more people than one, and so name nobody
 * @param others who would get none, by reason
 * @param example to whom the example would go, or null when nobody gets it
 */
public record MailingPreview(int mails, int shared, List<Count> others, String example, MailText text)
        implements Serializable {

    /** How many get none for one reason. */
    public record Count(Outcome outcome, int persons) implements Serializable {}
}
