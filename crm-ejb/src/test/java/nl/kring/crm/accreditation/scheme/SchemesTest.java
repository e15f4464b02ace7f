package nl.kring.crm.accreditation.scheme;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
