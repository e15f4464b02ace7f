package nl.kring.crm.api.dossier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.accreditation.scheme.RegistrationPeriod;
import nl.kring.crm.accreditation.scheme.RequirementKind;
import nl.kring.crm.accreditation.scheme.Result;
import nl.kring.crm.dossier.Dossier;
import nl.kring.crm.dossier.Outlook;
import nl.kring.crm.dossier.RegisterTotal;

/**
 * The dossier in one register.
 *
 * @param period null as long as the professional did not say it
 * @param required points in the period; by the latest rules as long as the period is not known; null without rules
 * @param earned with us, as far as it counts
 * @param selfDeclared declared with evidence and approved, as far as it counts
 * @param imported taken over from what was kept before, as far as it counts
 * @param planned what comes to it by the courses that the professional goes to
 * @param rules the total first; without a period only what is asked; empty without rules
 * @param registerTotal what the register itself said on a day, as the professional entered it; null when he or she did not
 * @param forecast where the pace of that total leads; null without one
 */
public record DossierItem(
        String register,
        String name,
        SchemeUnit unit,
        String number,
        Period period,
        BigDecimal required,
        BigDecimal earned,
        BigDecimal selfDeclared,
        BigDecimal imported,
        BigDecimal planned,
        List<Rule> rules,
        Total registerTotal,
        BigDecimal forecast) {

    /** Both days are in it. */
    public record Period(LocalDate from, LocalDate to) {}

    /**
     * How one rule stands.
     *
     * @param achieved by what is known here; with a total of the register, by that and what came after it; null without a period, and
     *     for what only the register knows
     * @param missing only with a total of the register; else null, because what was earned elsewhere is not known here; null too for
     *     what only the register knows
     */
    public record Rule(
            String rule,
            RequirementKind kind,
            List<String> categories,
            BigDecimal required,
            BigDecimal achieved,
            BigDecimal missing) {}

    /** The register's own words, by category. */
    public record Total(LocalDate asOf, Map<String, BigDecimal> points) {}

    static DossierItem of(Dossier dossier) {
        Outlook outlook = dossier.outlook();
        RegistrationPeriod period = dossier.period();
        return new DossierItem(
                dossier.scheme(),
                dossier.name(),
                dossier.unit(),
                dossier.number(),
                period == null ? null : new Period(period.from(), period.to()),
                required(dossier),
                dossier.earnedHere(),
                dossier.declared(),
                dossier.imported(),
                dossier.plannedPoints(),
                rules(dossier),
                outlook == null ? null : total(outlook.total()),
                outlook == null ? null : outlook.forecast());
    }

    private static BigDecimal required(Dossier dossier) {
        if (dossier.judgement() != null) {
            return dossier.judgement().total().required();
        }
        return dossier.rules() == null ? null : dossier.rules().totalMinimum();
    }

    private static List<Rule> rules(Dossier dossier) {
        Outlook outlook = dossier.outlook();
        if (outlook != null) {
            return outlook.now().results().stream()
                    .map(result -> rule(result, result.missing()))
                    .toList();
        }
        if (dossier.judgement() != null) {
            return dossier.judgement().results().stream()
                    .map(result -> rule(result, null))
                    .toList();
        }
        return dossier.rules() == null
                ? List.of()
                : dossier.rules().requirements().stream()
                        .map(asked ->
                                new Rule(asked.code(), asked.kind(), asked.categories(), asked.value(), null, null))
                        .toList();
    }

    private static Rule rule(Result result, BigDecimal missing) {
        return new Rule(
                result.code(),
                result.kind(),
                result.categories(),
                result.required(),
                result.known() ? result.achieved() : null,
                result.known() ? missing : null);
    }

    private static Total total(RegisterTotal said) {
        return new Total(said.asOf(), said.points());
    }
}
