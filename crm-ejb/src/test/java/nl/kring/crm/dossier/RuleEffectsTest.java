package nl.kring.crm.dossier;

import static nl.kring.crm.attendance.credit.Ledger.professional;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.accreditation.scheme.RegisterMembership;
import nl.kring.crm.accreditation.scheme.RegisterMemberships;
import nl.kring.crm.accreditation.scheme.RegistrationPeriod;
import nl.kring.crm.accreditation.scheme.Relief;
import nl.kring.crm.accreditation.scheme.SchemeRules;
import nl.kring.crm.accreditation.scheme.Schemes;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.attendance.credit.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whom other rules would concern, in numbers. */
class RuleEffectsTest {

    private static Ledger ledger;

    @BeforeAll
    static void three_nurses() throws Exception {
        ledger = new Ledger();
        nurse("2027-06-30", "150");
        nurse("2027-06-30", "100");
        nurse("2027-07-01", "150");
        ledger.person("Zonder periode", "NURSE");
    }

    @AfterAll
    static void stop() throws Exception {
        ledger.close();
    }

    @Test
    void the_same_rules_concern_nobody() {
        RuleEffects.Effects effects = of(known());
        assertThat(effects).isEqualTo(new RuleEffects.Effects(4, 3, 2, 0, 0, 0));
    }

    @Test
    void a_relief_that_ends_earlier_takes_from_who_had_it() {
        SchemeRules known = known();
        RuleEffects.Effects effects = of(with(known, known.totalMinimum(), List.of()));
        assertThat(effects).isEqualTo(new RuleEffects.Effects(4, 3, 0, 2, 0, 1));
    }

    @Test
    void a_lower_total_helps_who_just_missed_it() {
        SchemeRules known = known();
        RuleEffects.Effects effects = of(with(known, new BigDecimal("150"), known.reliefs()));
        assertThat(effects).isEqualTo(new RuleEffects.Effects(4, 3, 2, 1, 1, 0));
    }

    @Test
    void what_only_the_register_knows_keeps_nobody_from_having_all_points() {
        long midwife = registered("Verloskundige", "MIDWIFE", "KNOV-KR", LocalDate.of(2027, 6, 30));
        earned(midwife, "KNOV-KR", "ACCREDITED", "140");
        earned(midwife, "KNOV-KR", "EMERGENCY_SKILLS", "20");
        earned(midwife, "KNOV-KR", "PEER_REVIEW", "40");
        SchemeRules known = known("KNOV-KR");
        assertThat(of(with(known, new BigDecimal("201"), known.reliefs())))
                .isEqualTo(new RuleEffects.Effects(1, 1, 0, 1, 0, 1));
    }

    private static SchemeRules known() {
        return known("VVN-KR-N");
    }

    private static SchemeRules known(String scheme) {
        return ledger.with(
                Schemes.class,
                AgendaDatabase.administrator(),
                schemes -> schemes.versions(List.of(scheme)).get(scheme).get(0));
    }

    private static RuleEffects.Effects of(SchemeRules wanted) {
        return ledger.with(RuleEffects.class, AgendaDatabase.administrator(), effects -> effects.of(wanted));
    }

    private static void nurse(String ends, String points) {
        earned(
                registered("Verpleegkundige", "NURSE", "VVN-KR-N", LocalDate.parse(ends)),
                "VVN-KR-N",
                "ACCREDITED",
                points);
    }

    private static long registered(String name, String profession, String scheme, LocalDate to) {
        long person = ledger.person(name, profession);
        ledger.with(RegisterMemberships.class, professional(person), memberships -> {
            memberships.tell(new RegisterMembership(
                    scheme, RegistrationPeriod.of(to.minusYears(5).plusDays(1), to)));
            return null;
        });
        return person;
    }

    private static void earned(long person, String scheme, String category, String points) {
        ledger.run("""
                insert into crm.credit_entry (person_id, scheme_code, source, category, points, earned_on, title, import_key, entered_at)
                values (cast(:a as bigint), :b, 'IMPORT', :c, cast(:d as numeric), date '2024-05-01', 'Vroeger', :e, now())""", Long.toString(person), scheme, category, points, person + category);
    }

    private static SchemeRules with(SchemeRules r, BigDecimal total, List<Relief> reliefs) {
        return new SchemeRules(
                r.uuid(),
                r.scheme(),
                r.validFrom(),
                r.validTo(),
                r.periodMonths(),
                r.fixedFrom(),
                r.fixedTo(),
                total,
                r.totals(),
                r.proRata(),
                r.earlyRenewalMonths(),
                r.renewalWindowDays(),
                r.categories(),
                r.requirements(),
                reliefs,
                r.work(),
                r.source(),
                r.certainty(),
                r.note());
    }
}
