package nl.kring.crm.dossier;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.scheme.CountedLine;
import nl.kring.crm.accreditation.scheme.CreditLine;
import nl.kring.crm.accreditation.scheme.Judgement;
import nl.kring.crm.accreditation.scheme.RegistrationPeriod;
import nl.kring.crm.accreditation.scheme.Result;
import nl.kring.crm.accreditation.scheme.SchemeRules;

/**
 * What is still missing, reckoned from what the register said on a day and what was earned with us since.
 *
 * @param total what the register said
 * @param since what was earned with us after that day
 * @param now how it stands today
 * @param withPlanned how it will stand when everything that is planned is done
 * @param pace how many a year the register's total came to until its day
 * @param forecast where the pace of the register's total leads at the end of the period
 */
public record Outlook(
        RegisterTotal total,
        BigDecimal since,
        Judgement now,
        Judgement withPlanned,
        BigDecimal pace,
        BigDecimal forecast)
        implements Serializable {

    /** The register counts up to and with the day of its total; what is ours, done or planned, counts from the day after. */
    static Outlook of(
            SchemeRules rules,
            RegistrationPeriod period,
            RegisterTotal total,
            LocalDate today,
            Collection<CreditLine> ours,
            Collection<CreditLine> planned) {
        List<CreditLine> lines = new ArrayList<>();
        total.points().forEach((category, points) -> lines.add(CreditLine.settled(total.asOf(), category, points)));
        List<CreditLine> later = after(total, ours);
        lines.addAll(later);
        Judgement now = rules.judge(period, today, lines);
        lines.addAll(after(total, planned));
        return new Outlook(
                total,
                later.stream().map(CreditLine::points).reduce(BigDecimal.ZERO, BigDecimal::add),
                now,
                rules.judge(period, period.to(), lines),
                ofDays(new BigDecimal("365.25"), period, total),
                ofDays(BigDecimal.valueOf(period.days()), period, total));
    }

    private static List<CreditLine> after(RegisterTotal total, Collection<CreditLine> lines) {
        return lines.stream().filter(line -> line.day().isAfter(total.asOf())).toList();
    }

    /** What will be short of the total when these are done besides everything that is planned. */
    BigDecimal leftAfter(SchemeRules rules, RegistrationPeriod period, Collection<CreditLine> besides) {
        List<CreditLine> lines = new ArrayList<>(
                withPlanned.lines().stream().map(CountedLine::line).toList());
        lines.addAll(besides);
        return rules.judge(period, period.to(), lines).total().missing();
    }

    private static BigDecimal ofDays(BigDecimal days, RegistrationPeriod period, RegisterTotal total) {
        long elapsed = Math.max(1, ChronoUnit.DAYS.between(period.from(), total.asOf()) + 1);
        return total.sum().multiply(days).divide(BigDecimal.valueOf(elapsed), 0, RoundingMode.HALF_UP);
    }

    /** What was brought and goes over what the register counts. */
    public BigDecimal over() {
        return total.sum().add(since).subtract(now.total().achieved()).max(BigDecimal.ZERO);
    }

    /** Whether the pace so far leads to all that is asked. */
    public boolean isPaceEnough() {
        return forecast.compareTo(now.total().required()) >= 0;
    }

    /** What is asked of some kinds of points and is short. */
    public List<Result> missingKinds() {
        return missing().stream()
                .filter(result -> !result.code().equals(Result.TOTAL))
                .toList();
    }

    /** What will be short of it when everything that is planned is done. */
    public BigDecimal stillMissingOf(Result result) {
        return withPlanned.result(result.code()).missing();
    }

    /** In which categories points would fill something else than the total. */
    public Set<String> stillMissingCategories() {
        return stillMissing().stream()
                .filter(result -> !result.code().equals(Result.TOTAL))
                .flatMap(result -> result.categories().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether points of any kind would help. */
    public boolean isTotalStillMissing() {
        return !withPlanned.total().isMet();
    }

    /** What only the register knows; what is short is reckoned without it. */
    public List<Result> unknown() {
        return now.results().stream().filter(result -> !result.known()).toList();
    }

    /** What is short, the total first; empty when nothing is. */
    public List<Result> missing() {
        return now.results().stream().filter(result -> !result.isMet()).toList();
    }

    /** What is short even when everything that is planned is done. */
    public List<Result> stillMissing() {
        return withPlanned.results().stream().filter(result -> !result.isMet()).toList();
    }
}
