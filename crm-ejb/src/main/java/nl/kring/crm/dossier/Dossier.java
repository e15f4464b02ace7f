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
 * @param number in the register, as it is known here; null when it is not
 * @param period null as long as he or she did not say it
 * @param rules those that judge the period; the latest when it is not known; null when there are none
 * @param judgement what they make of the points; null without period or rules
 * @param outlook null without a total of the register itself
 */
public record Dossier(
        Map<String, String> registers,
        String scheme,
        String name,
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

    private BigDecimal counting(CreditSource source) {
        return entries.stream()
                .filter(entry -> entry.credit().source() == source)
                .map(entry -> entry.counted() == null
                        ? entry.credit().points()
                        : entry.counted().counted())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
