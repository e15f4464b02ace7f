package nl.kring.crm.registry;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;
import nl.kring.crm.platform.InvalidInputException;

/**
 * From its first day up to and including its last. An end that is null is open: since nobody knows when, or until further
 * notice. Days are days in Europe/Amsterdam and have no hours, so that no change of the clock can move them.
 */
@Embeddable
public record Period(LocalDate validFrom, LocalDate validTo) implements Serializable {

    /** Refuses a period that ends before it begins, with the code {@code period-ends-first}. */
    public Period {
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw new InvalidInputException("period-ends-first");
        }
    }

    public static Period since(LocalDate first) {
        return new Period(first, null);
    }

    public static Period always() {
        return new Period(null, null);
    }

    public boolean contains(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** True when both hold on at least one day. */
    public boolean overlaps(Period other) {
        return startsOnOrBefore(other.validTo) && other.startsOnOrBefore(validTo);
    }

    public boolean isOver(LocalDate today) {
        return validTo != null && validTo.isBefore(today);
    }

    public boolean isFuture(LocalDate today) {
        return validFrom != null && validFrom.isAfter(today);
    }

    /** The same with another last day. */
    public Period until(LocalDate last) {
        return new Period(validFrom, last);
    }

    private boolean startsOnOrBefore(LocalDate last) {
        return validFrom == null || last == null || !validFrom.isAfter(last);
    }
}
