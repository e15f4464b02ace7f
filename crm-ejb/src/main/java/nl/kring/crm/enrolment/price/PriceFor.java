package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import nl.kring.crm.registry.Profession;

/**
 * For whom, and until when, a price is.
 *
 * @param audience empty for everybody
 * @param belonging null for members and others alike
 * @param until the last day of enrolling for it, in Amsterdam; null when there is none
 */
public record PriceFor(Set<Profession> audience, Belonging belonging, LocalDate until) implements Serializable {

    boolean fits(Profession profession, boolean member, LocalDate today) {
        return (audience.isEmpty() || profession != null && audience.contains(profession))
                && (belonging == null || member == (belonging == Belonging.MEMBER))
                && (until == null || !today.isAfter(until));
    }

    /** How much it says: the more, the sooner it is the one that counts. */
    int conditions() {
        return (audience.isEmpty() ? 0 : 1) + (belonging == null ? 0 : 1) + (until == null ? 0 : 1);
    }
}
