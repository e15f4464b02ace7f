package nl.kring.crm.registry;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
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

    /** The same with another last day. Refuses one before its first, with the code {@code period-ends-first}. */
    public Period until(LocalDate last) {
        return new Period(validFrom, last);
    }

    /** The same with another first day. Refuses one after its last, with the code {@code period-ends-first}. */
    public Period from(LocalDate first) {
        return new Period(first, validTo);
    }

    /** What of it lies before a day, for that which comes instead from that day; empty when nothing does. */
    public Optional<Period> before(LocalDate day) {
        return intersection(new Period(null, day.minusDays(1)));
    }

    /** What of it lies on a day and after; empty when nothing does. */
    public Optional<Period> onwards(LocalDate day) {
        return intersection(since(day));
    }

    /** The days on which both hold; empty when there are none. */
    public Optional<Period> intersection(Period other) {
        return overlaps(other)
                ? Optional.of(new Period(later(validFrom, other.validFrom), earlier(validTo, other.validTo)))
                : Optional.empty();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** True when this holds on until the other is over, or longer. */
    public boolean outlasts(Period other) {
        return validTo == null || other.validTo != null && !validTo.isBefore(other.validTo);
    }

    private boolean startsOnOrBefore(LocalDate last) {
        return validFrom == null || last == null || !validFrom.isAfter(last);
    }
}
