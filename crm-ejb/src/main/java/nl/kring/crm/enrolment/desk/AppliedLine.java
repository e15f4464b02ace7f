package nl.kring.crm.enrolment.desk;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.price.PriceWish;

/**
 * What became of one line of a list.
 *
 * @param state of the enrolment that was made; null when it was refused
 * @param position the rank on the waiting list, or null
 * @param refusal the code of the rule that said no, or null
 * @param arguments of the refusal
 */
public record AppliedLine(
        int number, UUID person, EnrolmentState state, Integer position, String refusal, List<String> arguments)
        implements Serializable {

    /**
     * Who is to be enrolled for a line.
     *
     * @param shownCents the price that was shown
     * @param numbers in quality registers, by the code of the scheme
     */
    public record Chosen(int number, UUID person, int shownCents, Map<String, String> numbers) implements Serializable {

        EnrolmentWish wish(String key) {
            return new EnrolmentWish(person, key, null, Map.of(), numbers, null, null)
                    .with(new PriceWish(null, shownCents));
        }
    }

    public boolean refused() {
        return refusal != null;
    }
}
