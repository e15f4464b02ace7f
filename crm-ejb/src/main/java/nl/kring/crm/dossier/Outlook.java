package nl.kring.crm.dossier;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
 * @param forecast where the pace of the register's total leads at the end of the period
 */
public record Outlook(RegisterTotal total, BigDecimal since, Judgement now, Judgement withPlanned, BigDecimal forecast)
        implements Serializable {

    /** The register counts up to and with the day of its total; what is ours counts from the day after. */
    static Outlook of(
            SchemeRules rules,
            RegistrationPeriod period,
            RegisterTotal total,
            LocalDate today,
            Collection<CreditLine> ours,
            Collection<CreditLine> planned) {
        List<CreditLine> lines = new ArrayList<>();
        total.points().forEach((category, points) -> lines.add(CreditLine.settled(total.asOf(), category, points)));
        List<CreditLine> later =
                ours.stream().filter(line -> line.day().isAfter(total.asOf())).toList();
        lines.addAll(later);
        Judgement now = rules.judge(period, today, lines);
        lines.addAll(planned);
        return new Outlook(
                total,
                later.stream().map(CreditLine::points).reduce(BigDecimal.ZERO, BigDecimal::add),
                now,
                rules.judge(period, period.to(), lines),
                forecast(period, total));
    }

    private static BigDecimal forecast(RegistrationPeriod period, RegisterTotal total) {
        long elapsed = Math.max(1, ChronoUnit.DAYS.between(period.from(), total.asOf()) + 1);
        return total.sum()
                .multiply(BigDecimal.valueOf(period.days()))
                .divide(BigDecimal.valueOf(elapsed), 0, RoundingMode.HALF_UP);
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
