package nl.kring.crm.accreditation.scheme;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of docs/domain.md, "Rules with a date". */
class SchemesTest {

    private static AgendaDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void another_version_takes_the_place_of_one_and_the_one_is_kept() {
        SchemeRules known = of("NAPA-PA").get(0);
        UUID kept = schemes(schemes -> schemes.keep(known.uuid(), total(known, "220")));

        assertThat(of("NAPA-PA")).singleElement().satisfies(rules -> {
            assertThat(rules.uuid()).isEqualTo(kept);
            assertThat(rules.totalMinimum()).isEqualByComparingTo("220");
            assertThat(rules.work()).hasSameSizeAs(known.work());
        });
        assertThat(database.<Object>inTransaction(em -> em.createNativeQuery(
                                "select total_minimum from crm.scheme_version where uuid = :uuid and replaced_at is not null")
                        .setParameter("uuid", known.uuid())
                        .getSingleResult()))
                .isEqualTo(new BigDecimal("200.0"));
        assertThatThrownBy(() -> schemes(schemes -> schemes.keep(known.uuid(), known)))
                .as("somebody else was first")
                .isInstanceOf(EditConflictException.class);
    }

    @Test
    void what_is_kept_reads_as_it_was_written() {
        SchemeRules known = of("VSR").get(0);
        schemes(schemes -> schemes.keep(known.uuid(), known));
        assertThat(of("VSR").get(0))
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> a.compareTo(b) == 0, BigDecimal.class)
                .ignoringFields("uuid")
                .isEqualTo(known);
    }

    @Test
    void two_versions_never_judge_one_period() {
        SchemeRules known = of("TRIAGE").get(0);
        assertThatThrownBy(() -> schemes(schemes -> schemes.keep(null, known)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("scheme-overlaps");

        LocalDate until = LocalDate.of(2027, 12, 31);
        schemes(schemes -> schemes.keep(known.uuid(), valid(known, null, until)));
        schemes(schemes -> schemes.keep(null, total(valid(known, until.plusDays(1), null), "60")));
        assertThat(of("TRIAGE")).hasSize(2);
        RegistrationPeriod last = RegistrationPeriod.of(LocalDate.of(2023, 1, 1), until);
        RegistrationPeriod first = RegistrationPeriod.of(LocalDate.of(2023, 1, 2), until.plusDays(1));
        assertThat(judging("TRIAGE", last).totalMinimum()).isEqualByComparingTo("50");
        assertThat(judging("TRIAGE", first).totalMinimum()).isEqualByComparingTo("60");
    }

    @Test
    void the_database_itself_keeps_two_versions_apart() {
        assertThatThrownBy(() -> database.change(
                        em -> new SchemeTable(em).write(RuleCheck.checked(of("KP").get(0)), null, AgendaDatabase.NOW)))
                .hasStackTraceContaining("scheme_version_once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update crm.scheme_version set total_minimum = 1", "delete from crm.scheme_requirement"})
    void rules_that_stand_are_never_changed(String statement) {
        assertThatThrownBy(() ->
                        database.change(em -> em.createNativeQuery(statement).executeUpdate()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void rules_that_cannot_be_are_refused() {
        SchemeRules known = of("LVPOHGGZ-KR").get(0);
        refuses("scheme-number", total(known, "-1"));
        refuses("scheme-number", total(known, null));
        refuses("scheme-validity", valid(known, LocalDate.of(2027, 1, 1), LocalDate.of(2026, 1, 1)));
        refuses("scheme-category", requiring(known, one("X", RequirementKind.MIN, "5", "DANCING")));
        refuses("scheme-category", requiring(known, one("X", RequirementKind.MIN, "5")));
        refuses("scheme-share", requiring(known, one("X", RequirementKind.MAX_SHARE, "1.5", "ACCREDITED")));
        refuses("scheme-code", requiring(known, one("x y", RequirementKind.MIN, "5", "ACCREDITED")));
        refuses("scheme-requirement-twice", requiring(known, one("TOTAL", RequirementKind.MIN, "5", "ACCREDITED")));
    }

    @Test
    void a_register_that_is_added_stands_behind_the_others_with_its_first_rules() {
        NewScheme wanted = new NewScheme(
                " test-kr ",
                "Kwaliteitsregister Test",
                SchemeUnit.POINT,
                Set.of(Profession.PSYCHOLOGIST, Profession.OTHER),
                NewScheme.NumberKind.OWN,
                24);
        UUID kept = schemes(schemes -> schemes.add(wanted, firstRules()));
        assertThat(of("TEST-KR")).singleElement().satisfies(rules -> {
            assertThat(rules.uuid()).isEqualTo(kept);
            assertThat(rules.totalMinimum()).isEqualByComparingTo("120");
            assertThat(rules.source()).isEqualTo("eigen opgave");
            assertThat(rules.certainty()).isEqualTo(Certainty.OWN);
        });
        assertThat(codes()).last().isEqualTo("TEST-KR");
        assertThat(SchemesTest.<Map<String, String>>schemes(Schemes::names))
                .containsEntry("TEST-KR", "Kwaliteitsregister Test");
        assertThat(database.<Object[]>inTransaction(
                        em -> (Object[]) em.createNativeQuery("""
                                select s.unit, s.pe_org_id, s.person_identifier, s.usual_category, s.position,
                                       (select string_agg(p.profession, ' ' order by p.profession) from crm.scheme_profession p
                                         where p.scheme_code = s.code)
                                  from crm.scheme s where s.code = 'TEST-KR'""").getSingleResult()))
                .containsExactly("POINT", 24, "OWN", "ACCREDITED", 16, "OTHER PSYCHOLOGIST");

        assertThatThrownBy(() -> schemes(schemes -> schemes.add(wanted, firstRules())))
                .as("there is one with that code")
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("scheme-exists");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "scheme-register-code, -, Naam, POINT, GP, -",
                "scheme-register-code, A, Naam, POINT, GP, -",
                "scheme-register-code, A_B, Naam, POINT, GP, -",
                "scheme-register-code, 1-KR, Naam, POINT, GP, -",
                "scheme-name, NEW-KR, -, POINT, GP, -",
                "scheme-professions, NEW-KR, Naam, POINT, -, -",
                "scheme-unit, NEW-KR, Naam, NONE, GP, -",
                "scheme-unit, NEW-KR, Naam, -, GP, -",
                "scheme-pe-organisation, NEW-KR, Naam, POINT, GP, 20",
                "scheme-exists, RGS-HA, Naam, POINT, GP, 19"
            })
    void a_register_that_cannot_be_is_refused_and_nothing_of_it_is_kept(
            String refusal, String code, String name, SchemeUnit unit, Profession profession, Integer peOrganisation) {
        NewScheme wanted = new NewScheme(
                code,
                name,
                unit,
                profession == null ? Set.of() : Set.of(profession),
                NewScheme.NumberKind.BIG,
                peOrganisation);
        List<String> before = codes();
        assertThatThrownBy(() -> schemes(schemes -> schemes.add(wanted, firstRules())))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(refusal);
        assertThat(codes()).isEqualTo(before);
        assertThat(of("RGS-HA")).hasSize(1);
    }

    @Test
    void the_rules_of_a_register_that_is_added_are_checked_as_all_others() {
        NewScheme wanted = new NewScheme(
                "OTHER-KR", "Naam", SchemeUnit.POINT, Set.of(Profession.GP), NewScheme.NumberKind.BIG, null);
        assertThatThrownBy(() -> schemes(schemes -> schemes.add(wanted, total(firstRules(), "-1"))))
                .hasMessageContaining("scheme-number");
        assertThat(codes()).doesNotContain("OTHER-KR");
    }

    private static List<String> codes() {
        return schemes(Schemes::codes);
    }

    private static SchemeRules firstRules() {
        return new SchemeRules(
                null,
                null,
                LocalDate.of(2027, 1, 1),
                null,
                60,
                null,
                null,
                new BigDecimal("120"),
                Map.of(),
                false,
                null,
                null,
                List.of("ACCREDITED", "OTHER"),
                List.of(one("ACCR_MIN", RequirementKind.MIN, "80", "ACCREDITED")),
                List.of(),
                List.of(),
                "eigen opgave",
                Certainty.OWN,
                null);
    }

    private static void refuses(String code, SchemeRules rules) {
        assertThatThrownBy(() -> RuleCheck.checked(rules))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(code);
    }

    private static Requirement one(String code, RequirementKind kind, String value, String... categories) {
        return new Requirement(code, kind, List.of(categories), new BigDecimal(value), CountedOver.PERIOD, false);
    }

    private static SchemeRules judging(String scheme, RegistrationPeriod period) {
        return schemes(schemes -> schemes.judging(scheme, period)).orElseThrow();
    }

    private static List<SchemeRules> of(String scheme) {
        return schemes(schemes -> schemes.versions(List.of(scheme))).get(scheme);
    }

    private static <T> T schemes(Function<Schemes, T> work) {
        return database.inTransaction(
                em -> work.apply(made(Schemes.class, em, AgendaDatabase.CLOCK, AgendaDatabase.administrator())));
    }

    private static SchemeRules total(SchemeRules r, String total) {
        return copy(r, r.validFrom(), r.validTo(), total == null ? null : new BigDecimal(total), r.requirements());
    }

    private static SchemeRules valid(SchemeRules r, LocalDate from, LocalDate to) {
        return copy(r, from, to, r.totalMinimum(), r.requirements());
    }

    private static SchemeRules requiring(SchemeRules r, Requirement only) {
        return copy(r, r.validFrom(), r.validTo(), r.totalMinimum(), List.of(only));
    }

    private static SchemeRules copy(
            SchemeRules r, LocalDate from, LocalDate to, BigDecimal total, List<Requirement> requirements) {
        return new SchemeRules(
                r.uuid(),
                r.scheme(),
                from,
                to,
                r.periodMonths(),
                r.fixedFrom(),
                r.fixedTo(),
                total,
                r.totals(),
                r.proRata(),
                r.earlyRenewalMonths(),
                r.renewalWindowDays(),
                r.categories(),
                requirements,
                r.reliefs(),
                r.work(),
                r.source(),
                r.certainty(),
                r.note());
    }
}
