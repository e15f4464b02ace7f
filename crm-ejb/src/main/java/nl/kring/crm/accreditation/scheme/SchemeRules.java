package nl.kring.crm.accreditation.scheme;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of the rules of a register. It holds for registration periods that end between its two days.
 *
 * @param uuid null as long as it is not kept
 * @param validFrom first last day of a period that it judges; null for ever since
 * @param validTo last one; null for until further notice
 * @param fixedFrom of a register with one period for all, else null
 * @param totals the total by number of sub-registers, where it depends on them
 * @param proRata whether a shorter period asks less
 * @param earlyRenewalMonths after how many months a new period may begin; null when it may not
 * @param renewalWindowDays how long before the end renewal may be asked; null when that is not known
 * @param categories in which points are given, the usual one first
 */
public record SchemeRules(
        UUID uuid,
        String scheme,
        LocalDate validFrom,
        LocalDate validTo,
        int periodMonths,
        LocalDate fixedFrom,
        LocalDate fixedTo,
        BigDecimal totalMinimum,
        Map<Integer, BigDecimal> totals,
        boolean proRata,
        Integer earlyRenewalMonths,
        Integer renewalWindowDays,
        List<String> categories,
        List<Requirement> requirements,
        List<Relief> reliefs,
        List<WorkRequirement> work,
        String source,
        Certainty certainty,
        String note)
        implements Serializable {

    /** Whether it judges that period. */
    public boolean judges(RegistrationPeriod period) {
        return (validFrom == null || !period.to().isBefore(validFrom))
                && (validTo == null || !period.to().isAfter(validTo));
    }

    /** Whether the register counts points at all. */
    public boolean countsPoints() {
        return !categories.isEmpty();
    }

    /** The period of five years, or whatever the register has, that begins on that day. */
    public RegistrationPeriod periodFrom(LocalDate first) {
        return fixedFrom != null
                ? RegistrationPeriod.of(fixedFrom, fixedTo)
                : RegistrationPeriod.of(first, first.plusMonths(periodMonths).minusDays(1));
    }

    /**
     * What this version makes of points: what counts up to that day, what does not and why, what is asked and what is missing.
     *
     * @param lines none of them with less than nothing; corrections are settled before
     */
    public Judgement judge(RegistrationPeriod period, LocalDate asOf, Collection<CreditLine> lines) {
        return new Counting(this, period, asOf, lines).judgement();
    }

    Optional<Relief> reliefFor(RegistrationPeriod period) {
        return reliefs.stream().filter(relief -> relief.appliesTo(period)).findFirst();
    }

    /** What is asked in all of somebody with that period. */
    BigDecimal totalFor(RegistrationPeriod period) {
        BigDecimal total = reliefFor(period)
                .map(Relief::totalMinimum)
                .orElseGet(() -> totals.getOrDefault(period.subregisters(), totalMinimum));
        return proRata && period.months() < periodMonths
                ? total.multiply(BigDecimal.valueOf(period.months()))
                        .divide(BigDecimal.valueOf(periodMonths), 1, RoundingMode.HALF_UP)
                : total;
    }

    /** The requirements as they hold for somebody with that period. */
    List<Requirement> requirementsFor(RegistrationPeriod period) {
        Map<String, BigDecimal> lighter = reliefFor(period).map(Relief::values).orElse(Map.of());
        return requirements.stream()
                .map(one -> lighter.containsKey(one.code()) ? one.with(lighter.get(one.code())) : one)
                .toList();
    }
}
