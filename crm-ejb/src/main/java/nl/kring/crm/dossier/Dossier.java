package nl.kring.crm.dossier;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.accreditation.scheme.Judgement;
import nl.kring.crm.accreditation.scheme.RegistrationPeriod;
import nl.kring.crm.accreditation.scheme.SchemeRules;
import nl.kring.crm.attendance.credit.ClaimLine;
import nl.kring.crm.attendance.credit.ClaimState;
import nl.kring.crm.attendance.credit.CreditSource;

/**
 * What a professional has in one register.
 *
 * @param registers the registers that are his or hers, by code with what they are called
 * @param scheme of which this is; null when there is none
 * @param keptIn what the official dossier is kept in: GAIA, or the register itself by its name
 * @param number in the register, as it is known here; null when it is not
 * @param period null as long as he or she did not say it
 * @param rules those that judge the period; the latest when it is not known; null when there are none
 * @param judgement what they make of the points; null without period or rules
 * @param outlook null without a total of the register itself
 * @param earlierTotal whether another total was entered before the last one
 */
public record Dossier(
        Map<String, String> registers,
        String scheme,
        String name,
        String keptIn,
        SchemeUnit unit,
        String number,
        LocalDate today,
        RegistrationPeriod period,
        SchemeRules rules,
        Judgement judgement,
        List<DossierEntry> entries,
        List<ClaimLine> claims,
        List<PlannedCredit> planned,
        Outlook outlook,
        boolean earlierTotal,
        List<WorkLine> work,
        List<ComingCourse> coming)
        implements Serializable {

    /** Earned at editions of the agenda and at meetings of peer review groups, as far as it counts. */
    public BigDecimal earnedHere() {
        return counting(CreditSource.ATTENDANCE).add(counting(CreditSource.MEETING));
    }

    /** Declared and approved, as far as it counts. */
    public BigDecimal declared() {
        return counting(CreditSource.SELF);
    }

    /** Taken over from what was kept before, as far as it counts. */
    public BigDecimal imported() {
        return counting(CreditSource.IMPORT);
    }

    public BigDecimal plannedPoints() {
        return sum(planned);
    }

    /** What is planned and not of a day that the register's own total is about; all of it where that is not known. */
    public List<PlannedCredit> plannedAfterTotal() {
        return planned.stream().filter(one -> !isWithinTotal(one.day())).toList();
    }

    public BigDecimal pointsPlannedAfterTotal() {
        return sum(plannedAfterTotal());
    }

    private static BigDecimal sum(List<PlannedCredit> planned) {
        return planned.stream().map(PlannedCredit::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was brought and does not count. */
    public List<DossierEntry> cut() {
        return entries.stream().filter(DossierEntry::isCut).toList();
    }

    /** Claims that do not count, because nobody looked at them yet or somebody said no. */
    public List<ClaimLine> uncountedClaims() {
        return claims.stream()
                .filter(claim -> claim.state() == ClaimState.OPEN || claim.state() == ClaimState.REJECTED)
                .toList();
    }

    /** What is asked besides points and was not told, or is not enough. */
    public List<WorkLine> shortWork() {
        return work.stream().filter(line -> !line.isEnough()).toList();
    }

    /** Whether the register's own total is of that day or later: it has what happened then, as far as it knows of it. */
    public boolean isWithinTotal(LocalDate day) {
        return outlook != null
                && !day.isBefore(period.from())
                && !day.isAfter(outlook.total().asOf());
    }

    /** What counts of all that is kept here and is of a day that the register's own total is about. */
    public BigDecimal countedWithinTotal() {
        return entries.stream()
                .filter(entry -> isWithinTotal(entry.credit().day()))
                .map(DossierEntry::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal counting(CreditSource source) {
        return entries.stream()
                .filter(entry -> entry.credit().source() == source)
                .map(DossierEntry::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
