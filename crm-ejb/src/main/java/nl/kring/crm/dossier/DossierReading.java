package nl.kring.crm.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.accreditation.scheme.CountedLine;
import nl.kring.crm.accreditation.scheme.CreditLine;
import nl.kring.crm.accreditation.scheme.Judgement;
import nl.kring.crm.accreditation.scheme.RegisterMembership;
import nl.kring.crm.accreditation.scheme.RegisterMemberships;
import nl.kring.crm.accreditation.scheme.RegistrationPeriod;
import nl.kring.crm.accreditation.scheme.SchemeRules;
import nl.kring.crm.accreditation.scheme.Schemes;
import nl.kring.crm.attendance.credit.Credit;
import nl.kring.crm.attendance.credit.Credits;
import nl.kring.crm.platform.SystemClock;

/** Puts a dossier together: the ledger, the rules and the plans of one professional. Nothing of it is kept but what it is made of. */
class DossierReading {

    private static final int MOST_COMING = 6;

    private final DossierTable table;
    private final Credits credits;
    private final Schemes schemes;
    private final RegisterMemberships memberships;

    DossierReading(DossierTable table, Credits credits, Schemes schemes, RegisterMemberships memberships) {
        this.table = table;
        this.credits = credits;
        this.schemes = schemes;
        this.memberships = memberships;
    }

    Dossier read(Long person, String wanted, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, SystemClock.AMSTERDAM);
        List<DossierTable.Register> mine = table.registers(person);
        Map<String, String> names = new LinkedHashMap<>();
        mine.forEach(one -> names.put(one.code(), one.name()));
        if (mine.isEmpty()) {
            return nothing(names, today);
        }
        DossierTable.Register register = mine.stream()
                .filter(one -> one.code().equals(wanted))
                .findFirst()
                .orElse(mine.get(0));
        String scheme = register.code();
        RegistrationPeriod period = memberships.mine().stream()
                .filter(one -> one.scheme().equals(scheme))
                .map(RegisterMembership::period)
                .findFirst()
                .orElse(null);
        SchemeRules rules = rules(scheme, period);
        List<Credit> ledger = credits.mine(scheme).stream()
                .filter(one -> one.points().signum() > 0)
                .toList();
        List<PlannedCredit> planned = table.planned(person, scheme, now);
        Judgement judgement = period == null || rules == null ? null : rules.judge(period, today, lines(ledger));
        Outlook outlook = judgement == null
                ? null
                : table.total(person, scheme)
                        .filter(total -> !total.asOf().isBefore(period.from()))
                        .map(total -> Outlook.of(rules, period, total, today, lines(ledger), linesOf(planned)))
                        .orElse(null);
        Instant until = period == null
                ? now.plusSeconds(366L * 24 * 3600)
                : period.to().plusDays(1).atStartOfDay(SystemClock.AMSTERDAM).toInstant();
        return new Dossier(
                names,
                scheme,
                register.name(),
                register.keptIn(),
                register.unit(),
                register.number(),
                today,
                period,
                rules,
                judgement,
                entries(ledger, judgement),
                credits.myClaims(scheme),
                planned,
                outlook,
                table.totals(person, scheme) > 1,
                table.work(person, scheme, rules == null ? List.of() : rules.work()),
                rules == null || !rules.countsPoints()
                        ? List.of()
                        : table
                                .coming(
                                        person,
                                        scheme,
                                        outlook == null ? Set.of() : outlook.stillMissingCategories(),
                                        now,
                                        until,
                                        MOST_COMING)
                                .stream()
                                .map(course -> outlook == null
                                        ? course
                                        : course.leaving(outlook.leftAfter(rules, period, linesOf(course))))
                                .toList());
    }

    private static List<CreditLine> linesOf(ComingCourse course) {
        LocalDate day = LocalDate.ofInstant(course.startsAt(), SystemClock.AMSTERDAM);
        return course.points().entrySet().stream()
                .map(each -> CreditLine.of(null, day, each.getKey(), each.getValue()))
                .toList();
    }

    private SchemeRules rules(String scheme, RegistrationPeriod period) {
        List<SchemeRules> versions = schemes.versions(List.of(scheme)).getOrDefault(scheme, List.of());
        return period == null
                ? versions.stream().findFirst().orElse(null)
                : versions.stream()
                        .filter(rules -> rules.judges(period))
                        .findFirst()
                        .orElse(null);
    }

    private static List<CreditLine> lines(List<Credit> ledger) {
        return ledger.stream()
                .map(one -> CreditLine.of(one.id(), one.day(), one.category(), one.points()))
                .toList();
    }

    private static List<CreditLine> linesOf(List<PlannedCredit> planned) {
        return planned.stream()
                .map(one -> CreditLine.of(null, one.day(), one.category(), one.points()))
                .toList();
    }

    private static List<DossierEntry> entries(List<Credit> ledger, Judgement judgement) {
        Map<Long, CountedLine> counted = new HashMap<>();
        if (judgement != null) {
            judgement.lines().forEach(line -> counted.put(line.line().key(), line));
        }
        return ledger.stream()
                .map(one -> new DossierEntry(one, counted.get(one.id())))
                .toList();
    }

    private static Dossier nothing(Map<String, String> names, LocalDate today) {
        return new Dossier(
                names,
                null,
                null,
                null,
                SchemeUnit.NONE,
                null,
                today,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                List.of(),
                List.of());
    }
}
