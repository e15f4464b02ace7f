package nl.kring.crm.accreditation.scheme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Counts points by the rules of a register. First the limits of each year of the period, then those of the whole; what goes over a
 * limit counts for nothing. Of what falls under one limit that is kept which helps most minimums, and of the same kind the oldest.
 */
class Counting {

    private final SchemeRules rules;
    private final RegistrationPeriod period;
    private final LocalDate last;
    private final List<Requirement> requirements;
    private final BigDecimal total;
    private final List<CountedLine> counted = new ArrayList<>();

    Counting(SchemeRules rules, RegistrationPeriod period, LocalDate asOf, Collection<CreditLine> lines) {
        this.rules = rules;
        this.period = period;
        this.last = asOf.isBefore(period.to()) ? asOf : period.to();
        this.requirements = rules.requirementsFor(period);
        this.total = rules.totalFor(period);
        lines.stream().sorted(mostUsefulFirst()).map(this::accepted).forEach(counted::add);
    }

    Judgement judgement() {
        requirements.stream()
                .filter(one -> one.kind().isCap() && one.over() == CountedOver.YEAR)
                .forEach(this::limitEachYear);
        requirements.stream()
                .filter(one -> one.kind().isCap() && one.over() == CountedOver.PERIOD)
                .forEach(one -> limit(one, line -> true));
        List<Result> results = new ArrayList<>();
        results.add(new Result(
                Result.TOTAL,
                RequirementKind.MIN,
                List.of(Requirement.ALL),
                total,
                sum(line -> true),
                shortOf(total, sum(line -> true)),
                false,
                true));
        requirements.forEach(one -> results.add(result(one)));
        List<CountedLine> byDay = new ArrayList<>(counted);
        byDay.sort(Comparator.comparing(one -> one.line().day()));
        return new Judgement(rules.reliefFor(period).map(Relief::code).orElse(null), byDay, results);
    }

    private CountedLine accepted(CreditLine line) {
        CountedLine.Why why = line.day().isBefore(period.from())
                ? CountedLine.Why.BEFORE_PERIOD
                : line.day().isAfter(last)
                        ? CountedLine.Why.AFTER_PERIOD
                        : rules.categories().contains(line.category()) ? null : CountedLine.Why.NO_SUCH_CATEGORY;
        return new CountedLine(line, why == null ? line.points() : BigDecimal.ZERO, why, null);
    }

    /** An order in which lines that are told as one stand where they stand apart. */
    private Comparator<CreditLine> mostUsefulFirst() {
        return Comparator.<CreditLine>comparingLong(line -> -requirements.stream()
                        .filter(one -> one.kind() == RequirementKind.MIN && one.covers(line))
                        .count())
                .thenComparing(line -> !line.settled())
                .thenComparing(CreditLine::kind)
                .thenComparing(CreditLine::day)
                .thenComparing(CreditLine::key, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private void limitEachYear(Requirement limit) {
        new TreeSet<>(counted.stream()
                        .filter(one -> period.contains(one.line().day()))
                        .map(one -> period.yearOf(one.line().day()))
                        .toList())
                .forEach(year -> limit(
                        limit,
                        line -> !line.settled() && period.contains(line.day()) && period.yearOf(line.day()) == year));
    }

    private void limit(Requirement limit, Predicate<CreditLine> within) {
        BigDecimal left = allowed(limit);
        for (int i = 0; i < counted.size(); i++) {
            CountedLine one = counted.get(i);
            if (!limit.covers(one.line()) || !within.test(one.line())) {
                continue;
            }
            if (one.counted().compareTo(left) > 0) {
                counted.set(i, one.cut(left, limit.code()));
            }
            left = left.subtract(counted.get(i).counted());
        }
    }

    private BigDecimal allowed(Requirement limit) {
        return limit.kind() == RequirementKind.MAX_SHARE ? limit.value().multiply(total) : limit.value();
    }

    private Result result(Requirement asked) {
        Predicate<CreditLine> covered = asked::covers;
        return switch (asked.kind()) {
            case MIN -> resultOf(asked, asked.value(), sum(covered), shortOf(asked.value(), sum(covered)));
            case ADVISORY_MIN -> resultOf(asked, asked.value(), perYear(sum(covered)), BigDecimal.ZERO);
            case MIN_DISTINCT_COMPETENCES -> {
                BigDecimal spread = BigDecimal.valueOf(counted.stream()
                        .filter(one -> one.counted().signum() > 0 && covered.test(one.line()))
                        .flatMap(one -> one.line().competences().stream())
                        .distinct()
                        .count());
                BigDecimal missing = shortOf(asked.value(), spread);
                yield missing.signum() > 0 && mayBeSpreadFurther(asked)
                        ? unknown(asked, spread)
                        : resultOf(asked, asked.value(), spread, missing);
            }
            case MAX, MAX_SHARE -> resultOf(asked, allowed(asked), brought(asked), BigDecimal.ZERO);
        };
    }

    /** Points count of which nobody said here which competences they are about. */
    private boolean mayBeSpreadFurther(Requirement asked) {
        return counted.stream()
                .filter(one -> one.why() == null || one.counted().signum() > 0)
                .anyMatch(one -> !one.line().specified() && asked.covers(one.line()));
    }

    private static Result resultOf(Requirement asked, BigDecimal required, BigDecimal achieved, BigDecimal missing) {
        return new Result(
                asked.code(), asked.kind(), asked.categories(), required, achieved, missing, asked.uncertain(), true);
    }

    private static Result unknown(Requirement asked, BigDecimal achieved) {
        return new Result(
                asked.code(),
                asked.kind(),
                asked.categories(),
                asked.value(),
                achieved,
                BigDecimal.ZERO,
                asked.uncertain(),
                false);
    }

    /** Of what a limit is about, whatever was brought; where it is of a year, in the year with most of it. */
    private BigDecimal brought(Requirement limit) {
        Map<Integer, BigDecimal> byYear = new TreeMap<>();
        counted.stream()
                .filter(one ->
                        limit.covers(one.line()) && period.contains(one.line().day()))
                .filter(one -> one.why() == null || one.why() == CountedLine.Why.OVER_MAXIMUM)
                .filter(one -> limit.over() == CountedOver.PERIOD || !one.line().settled())
                .forEach(one -> byYear.merge(
                        limit.over() == CountedOver.YEAR
                                ? period.yearOf(one.line().day())
                                : 0,
                        one.line().points(),
                        BigDecimal::add));
        return byYear.values().stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }

    private BigDecimal perYear(BigDecimal points) {
        long days = Math.max(1, ChronoUnit.DAYS.between(period.from(), last) + 1);
        return points.multiply(BigDecimal.valueOf(365.25))
                .divide(BigDecimal.valueOf(Math.max(days, 365)), 1, RoundingMode.HALF_UP);
    }

    private BigDecimal sum(Predicate<CreditLine> which) {
        return counted.stream()
                .filter(one -> which.test(one.line()))
                .map(CountedLine::counted)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal shortOf(BigDecimal required, BigDecimal achieved) {
        return required.subtract(achieved).max(BigDecimal.ZERO);
    }
}
