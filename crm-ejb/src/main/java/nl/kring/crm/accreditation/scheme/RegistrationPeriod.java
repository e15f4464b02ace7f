package nl.kring.crm.accreditation.scheme;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * From when until when points are counted together.
 *
 * @param from first day
 * @param to last day
 * @param subregisters in how many parts of the register somebody is, where that makes a difference; 1 elsewhere
 */
public record RegistrationPeriod(LocalDate from, LocalDate to, int subregisters) implements Serializable {

    public static RegistrationPeriod of(LocalDate from, LocalDate to) {
        return new RegistrationPeriod(from, to, 1);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Which year of the period it is, from 0. */
    int yearOf(LocalDate day) {
        return (int) ChronoUnit.YEARS.between(from, day);
    }

    /** Days, both ends included. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    long months() {
        return ChronoUnit.MONTHS.between(from, to.plusDays(1));
    }
}
