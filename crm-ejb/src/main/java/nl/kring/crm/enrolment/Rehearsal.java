package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.price.PriceQuote;

/**
 * What would come of enrolling some, one after another.
 *
 * @param outlooks in the order in which they were asked
 * @param mails what would be sent
 * @param ofStranger what somebody would pay who is not in the register yet, in cents
 */
public record Rehearsal(List<Outlook> outlooks, MailPreview mails, int ofStranger) implements Serializable {

    /**
     * What would come of enrolling one of them.
     *
     * @param name null for who is not there for the caller
     * @param state of the enrolment; null when it would be refused
     * @param position the rank on the waiting list; null for who would not wait
     * @param refusal the code of the rule that says no, or null
     * @param arguments of the refusal
     * @param price what it would cost, also when it would be refused; null for who is not there for the caller
     * @param numbers registers that count the points and in which no number is known
     */
    public record Outlook(
            UUID person,
            String name,
            EnrolmentState state,
            Integer position,
            String refusal,
            List<String> arguments,
            PriceQuote price,
            List<EnrolmentOffer.NeededNumber> numbers)
            implements Serializable {

        public boolean refused() {
            return refusal != null;
        }

        /** What it would cost; 0 for who is not there. */
        public int cents() {
            return price == null ? 0 : price.priceCents();
        }
    }
}
