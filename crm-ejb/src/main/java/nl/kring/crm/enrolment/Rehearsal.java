package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * What would come of enrolling some, one after another.
 *
 * @param outlooks in the order in which they were asked
 * @param mails what would be sent
 */
public record Rehearsal(List<Outlook> outlooks, MailPreview mails) implements Serializable {

    /**
     * What would come of enrolling one of them.
     *
     * @param name null for who is not there for the caller
     * @param state of the enrolment; null when it would be refused
     * @param position the rank on the waiting list; null for who would not wait
     * @param refusal the code of the rule that says no, or null
     * @param arguments of the refusal
     * @param cents what it would cost
     * @param numbers registers that count the points and in which no number is known
     */
    public record Outlook(
            UUID person,
            String name,
            EnrolmentState state,
            Integer position,
            String refusal,
            List<String> arguments,
            int cents,
            List<EnrolmentOffer.NeededNumber> numbers)
            implements Serializable {

        public boolean refused() {
            return refusal != null;
        }
    }
}
