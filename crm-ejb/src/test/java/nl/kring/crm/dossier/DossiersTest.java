package nl.kring.crm.dossier;

import static nl.kring.crm.attendance.credit.Ledger.professional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.accreditation.request.CourseType;
import nl.kring.crm.accreditation.scheme.CountedLine;
import nl.kring.crm.accreditation.scheme.RegisterMembership;
import nl.kring.crm.accreditation.scheme.RegisterMemberships;
import nl.kring.crm.accreditation.scheme.RegistrationPeriod;
import nl.kring.crm.accreditation.scheme.Result;
import nl.kring.crm.attendance.credit.ClaimForm;
import nl.kring.crm.attendance.credit.ClaimLine;
import nl.kring.crm.attendance.credit.ClaimState;
import nl.kring.crm.attendance.credit.Credits;
import nl.kring.crm.attendance.credit.Evidence;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of docs/domain.md, "The dossier". */
class DossiersTest {

    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);

    private static Ledger ledger;

    private long anna;

    @BeforeAll
    static void start() throws Exception {
        ledger = new Ledger();
    }

    @AfterAll
    static void stop() throws Exception {
        ledger.close();
    }

    @BeforeEach
    void somebody() {
        ledger.database.clearAgenda();
        anna = ledger.person("Anna Aalders", "GP");
    }

    @Test
    void the_registers_are_those_of_the_profession_and_those_that_one_says_to_be_in() {
        assertThat(mine().registers()).containsOnlyKeys("RGS-HA");
        inRegister("KABIZ-DA", FROM, TO);
        assertThat(mine().registers().keySet()).containsExactly("KABIZ-DA", "RGS-HA");
        assertThat(mine().scheme()).isEqualTo("KABIZ-DA");
        assertThat(mine("NOPE").scheme()).isEqualTo("KABIZ-DA");
        long other = ledger.person("Olga Overig", "PRACTICE_MANAGER");
        assertThat(of(other, null).scheme()).isNull();
    }

    @Test
    void without_a_total_of_the_register_nothing_is_said_to_be_missing() {
        inRegister("RGS-HA", FROM, TO);
        attended("CVRM", "2026-11-03", "3");
        Dossier dossier = mine();
        assertThat(dossier.earnedHere()).isEqualByComparingTo("3");
        assertThat(dossier.outlook()).isNull();
    }

    @Test
    void what_is_missing_is_reckoned_from_the_total_and_what_came_with_us_after_that_day() {
        inRegister("RGS-HA", FROM, TO);
        attended("Voor de stand", "2026-10-01", "4");
        attended("Op de dag zelf", "2026-11-01", "2");
        attended("Na de stand", "2026-11-03", "3");
        tell(
                LocalDate.of(2026, 11, 1),
                Map.of("ACCREDITED", new BigDecimal("180"), "PEER_REVIEW", new BigDecimal("6")));

        Outlook outlook = mine().outlook();

        assertThat(outlook.since()).isEqualByComparingTo("3");
        assertThat(outlook.now().total().achieved()).isEqualByComparingTo("189");
        assertThat(outlook.missing())
                .extracting(Result::code, result -> result.missing().intValue())
                .containsExactly(tuple("TOTAL", 11), tuple("ICT_MIN", 4));
        assertThat(mine().earnedHere()).as("all of ours").isEqualByComparingTo("9");
    }

    @Test
    void the_forecast_follows_the_pace_of_the_register() {
        inRegister("RGS-HA", FROM, TO);
        tell(LocalDate.of(2024, 7, 1), Map.of("ACCREDITED", new BigDecimal("100")));
        assertThat(mine().outlook().forecast()).isEqualByComparingTo("200");
        assertThat(mine().outlook().pace()).as("a year").isEqualByComparingTo("40");
        assertThat(mine().outlook().isPaceEnough()).isTrue();
        tell(LocalDate.of(2024, 7, 2), Map.of("ACCREDITED", new BigDecimal("99")));
        assertThat(mine().outlook().isPaceEnough()).as("198 of 200").isFalse();
    }

    @Test
    void the_latest_day_counts_and_not_the_latest_entry() {
        inRegister("RGS-HA", FROM, TO);
        tell(LocalDate.of(2026, 6, 1), Map.of("ACCREDITED", new BigDecimal("150")));
        tell(LocalDate.of(2025, 6, 1), Map.of("ACCREDITED", new BigDecimal("120")));
        assertThat(mine().outlook().total().asOf()).isEqualTo(LocalDate.of(2026, 6, 1));
    }

    @Test
    void a_total_from_before_the_period_says_nothing_of_it() {
        inRegister("RGS-HA", FROM, TO);
        tell(LocalDate.of(2023, 6, 1), Map.of("ACCREDITED", new BigDecimal("50")));
        inRegister("RGS-HA", LocalDate.of(2024, 1, 1), LocalDate.of(2028, 12, 31));
        assertThat(mine().outlook()).isNull();
    }

    @Test
    void what_is_planned_may_close_what_is_missing_and_what_comes_is_offered() {
        inRegister("RGS-HA", FROM, TO);
        tell(
                LocalDate.of(2026, 11, 1),
                Map.of("ACCREDITED", new BigDecimal("187"), "PEER_REVIEW", new BigDecimal("10")));
        UUID planned = coming("Gepland", "2026-12-01", "3");
        ledger.enrolled(planned, anna);
        UUID offered = coming("Aangeboden", "2026-12-08", "2");
        coming("Te laat", "2027-01-12", "2");
        coming("Zonder punten", "2026-12-09", null);

        Dossier dossier = mine();

        assertThat(dossier.outlook().missing()).hasSize(1);
        assertThat(dossier.outlook().stillMissing()).isEmpty();
        assertThat(dossier.plannedPoints()).isEqualByComparingTo("3");
        assertThat(dossier.coming()).extracting(ComingCourse::edition).containsExactly(offered);
    }

    @Test
    void what_is_planned_on_the_day_of_the_total_is_in_it_and_each_course_says_what_is_left_after_it()
            throws Exception {
        inRegister("RGS-HA", FROM, TO);
        ledger.enrolled(coming("Op de dag zelf", "2026-12-01", "3"), anna);
        ledger.enrolled(coming("Daarna", "2026-12-08", "1"), anna);
        coming("Te kiezen", "2026-12-09", "2");
        coming("Meer dan genoeg", "2026-12-10", "40");
        Map<String, BigDecimal> told = Map.of("ACCREDITED", new BigDecimal("180"), "PEER_REVIEW", new BigDecimal("10"));
        tell(LocalDate.of(2026, 11, 1), told);
        assertThat(mine().pointsPlannedAfterTotal()).isEqualByComparingTo("4");
        assertThat(mine().outlook().withPlanned().total().missing()).isEqualByComparingTo("6");
        assertThat(mine().coming())
                .extracting(course -> course.left().stripTrailingZeros().toPlainString())
                .containsExactly("0", "4");

        ledger.database.asOwner("update crm.register_total set as_of = date '2026-12-01'");

        assertThat(mine().plannedPoints()).isEqualByComparingTo("4");
        assertThat(mine().pointsPlannedAfterTotal()).isEqualByComparingTo("1");
        assertThat(mine().outlook().withPlanned().total().missing()).isEqualByComparingTo("9");
    }

    @Test
    void what_was_granted_by_category_stays_so_to_the_dossier() {
        inRegister("RGS-HA", FROM, TO);
        String[] points = {"2 ACCREDITED", "1 ACCREDITED Avond 1", "0.5 PEER_REVIEW Avond 1"};
        UUID held = coming("Gehouden", "2026-11-03", null);
        ledger.granted(held, "RGS-HA", CourseType.WHOLE, "2026-01-01", "2026-12-31", points);
        ledger.attended(held, anna);
        UUID planned = coming("Gepland", "2026-12-01", null);
        ledger.granted(planned, "RGS-HA", CourseType.WHOLE, "2026-01-01", "2026-12-31", points);
        ledger.enrolled(planned, anna);
        UUID offered = coming("Aangeboden", "2026-12-08", null);
        ledger.granted(offered, "RGS-HA", CourseType.WHOLE, "2026-01-01", "2026-12-31", points);
        tell(LocalDate.of(2026, 11, 1), Map.of("ACCREDITED", new BigDecimal("190")));

        Dossier dossier = mine();

        assertThat(dossier.entries())
                .extracting(
                        entry -> entry.credit().category(),
                        entry -> entry.credit().points())
                .containsExactlyInAnyOrder(
                        tuple("ACCREDITED", new BigDecimal("3.0")), tuple("PEER_REVIEW", new BigDecimal("0.5")));
        assertThat(dossier.entries())
                .extracting(entry -> entry.counted().line().category())
                .as("each is judged as what it is")
                .containsExactlyInAnyOrder("ACCREDITED", "PEER_REVIEW");
        assertThat(dossier.outlook().missing())
                .filteredOn(result -> result.code().equals("ICT_MIN"))
                .extracting(Result::missing)
                .singleElement()
                .satisfies(missing -> assertThat(missing).isEqualByComparingTo("9.5"));
        assertThat(dossier.planned())
                .extracting(PlannedCredit::edition, PlannedCredit::category, PlannedCredit::points)
                .containsExactly(
                        tuple(planned, "ACCREDITED", new BigDecimal("3.0")),
                        tuple(planned, "PEER_REVIEW", new BigDecimal("0.5")));
        assertThat(dossier.coming())
                .extracting(ComingCourse::edition, course -> course.points().toString(), ComingCourse::fitting)
                .containsExactly(tuple(offered, "{ACCREDITED=3.0, PEER_REVIEW=0.5}", true));
    }

    @Test
    void what_is_not_granted_for_its_day_is_neither_planned_nor_offered() {
        inRegister("RGS-HA", FROM, TO);
        UUID planned = coming("Gepland", "2026-12-01", null);
        ledger.granted(planned, "RGS-HA", CourseType.WHOLE, "2026-01-01", "2026-11-30", "3 ACCREDITED");
        ledger.enrolled(planned, anna);
        UUID offered = coming("Aangeboden", "2026-12-08", null);
        ledger.granted(offered, "RGS-HA", CourseType.WHOLE, "2026-01-01", "2026-12-07", "3 ACCREDITED");
        assertThat(mine().planned()).isEmpty();
        assertThat(mine().coming()).isEmpty();

        ledger.run("update crm.accreditation_request set valid_to = valid_to + 1");
        assertThat(mine().planned())
                .as("the control")
                .extracting(PlannedCredit::edition)
                .containsExactly(planned);
        assertThat(mine().coming()).extracting(ComingCourse::edition).containsExactly(offered);
    }

    @Test
    void what_only_the_register_knows_is_said_to_be_unknown_and_the_rest_is_reckoned_without_it() {
        long midwife = ledger.person("Vera Verloskundige", "MIDWIFE");
        inRegister(midwife, "KNOV-KR", FROM, TO);
        ledger.with(Dossiers.class, professional(midwife), dossiers -> {
            dossiers.tellTotal(
                    "KNOV-KR",
                    new RegisterTotal(
                            LocalDate.of(2026, 11, 1),
                            Map.of(
                                    "ACCREDITED", new BigDecimal("77"),
                                    "EMERGENCY_SKILLS", new BigDecimal("20"),
                                    "PEER_REVIEW", new BigDecimal("40"),
                                    "OTHER", new BigDecimal("60"))));
            return null;
        });
        Outlook outlook = of(midwife, null).outlook();
        assertThat(outlook.missing()).extracting(Result::code).containsExactly("TOTAL", "A_MIN");
        assertThat(outlook.unknown()).extracting(Result::code).containsExactly("ROLES");

        ledger.enrolled(ledger.held("Gepland", "2026-12-01", "KNOV-KR", "3"), midwife);
        assertThat(of(midwife, null).outlook().stillMissing()).isEmpty();

        ledger.attended(ledger.held("Gehaald", "2026-11-03", "KNOV-KR", "3"), midwife);
        assertThat(of(midwife, null).outlook().missing()).isEmpty();
        assertThat(of(midwife, null).outlook().unknown()).hasSize(1);
        Map<String, String> words =
                Map.of("dossier.rule.MIN_DISTINCT_COMPETENCES", "Rollen", "dossier.unknown", "Onbekend");
        assertThat(paper(midwife, "KNOV-KR", (key, given) -> words.getOrDefault(key, "-")))
                .containsOnlyOnce("Onbekend")
                .contains("Rollen 5 Onbekend");
    }

    @Test
    void a_course_for_the_staff_of_a_practice_is_offered_to_nobody_else() {
        inRegister("RGS-HA", LocalDate.of(2022, 1, 1), LocalDate.of(2026, 12, 31));
        tell(
                LocalDate.of(2026, 11, 1),
                Map.of("ACCREDITED", new BigDecimal("187"), "PEER_REVIEW", new BigDecimal("10")));
        UUID edition = coming("In het pand", "2026-12-08", "2");
        assertThat(mine().coming()).extracting(ComingCourse::edition).containsExactly(edition);

        ledger.run("update crm.edition set in_company = true where uuid = cast(:a as uuid)", edition.toString());
        assertThat(mine().coming()).isEmpty();
    }

    @Test
    void what_does_not_count_says_why() {
        long nurse = ledger.person("Petra Praktijk", "PN_MENTAL");
        inRegister(nurse, "LVPOHGGZ-KR", LocalDate.of(2026, 1, 1), LocalDate.of(2030, 12, 31));
        imported(nurse, "LVPOHGGZ-KR", "INTERVISION", "12", "2026-03-01", "a");
        imported(nurse, "LVPOHGGZ-KR", "ACCREDITED", "5", "2025-12-31", "b");

        Dossier dossier = of(nurse, null);

        assertThat(dossier.cut())
                .extracting(
                        entry -> entry.counted().why(),
                        entry -> entry.counted().uncounted().intValue())
                .containsExactlyInAnyOrder(
                        tuple(CountedLine.Why.OVER_MAXIMUM, 2), tuple(CountedLine.Why.BEFORE_PERIOD, 5));
        assertThat(dossier.imported()).isEqualByComparingTo("10");
    }

    @Test
    void what_was_declared_counts_once_it_was_approved_and_until_then_stands_with_what_does_not() {
        inRegister("RGS-HA", FROM, TO);
        UUID approved = declare("Elders", "2.5");
        UUID takenBack = declare("Dubbel", "4");
        UUID refused = declare("Zonder bewijs", "1");
        UUID withdrawn = declare("Vergissing", "8");
        declare("Nog te bekijken", "3");
        ledger.with(Credits.class, ledger.staff("ZUID"), credits -> {
            credits.approve(approved);
            credits.approve(takenBack);
            credits.refuse(takenBack, "Al bij ons behaald");
            credits.refuse(refused, "Niet te lezen");
            return null;
        });
        ledger.with(Credits.class, professional(anna), credits -> {
            credits.withdraw(withdrawn);
            return null;
        });

        Dossier dossier = mine();
        assertThat(dossier.declared()).isEqualByComparingTo("2.5");
        assertThat(dossier.earnedHere()).isEqualByComparingTo("0");
        assertThat(dossier.uncountedClaims())
                .extracting(ClaimLine::title, ClaimLine::state, ClaimLine::answer)
                .containsExactlyInAnyOrder(
                        tuple("Nog te bekijken", ClaimState.OPEN, null),
                        tuple("Zonder bewijs", ClaimState.REJECTED, "Niet te lezen"),
                        tuple("Dubbel", ClaimState.REJECTED, "Al bij ons behaald"));
    }

    @Test
    void what_was_declared_outside_the_period_is_declared_and_does_not_count() {
        inRegister("RGS-HA", LocalDate.of(2026, 7, 1), LocalDate.of(2031, 6, 30));
        UUID before = declare("Elders", "2.5");
        ledger.with(Credits.class, ledger.staff("ZUID"), credits -> {
            credits.approve(before);
            return null;
        });
        assertThat(mine().declared()).isEqualByComparingTo("0");
        assertThat(mine().cut())
                .singleElement()
                .satisfies(entry -> assertThat(entry.counted().why()).isEqualTo(CountedLine.Why.BEFORE_PERIOD));
    }

    private UUID declare(String title, String points) {
        return ledger.with(
                Credits.class,
                professional(anna),
                credits -> credits.declare(
                        new ClaimForm(
                                "RGS-HA",
                                "ACCREDITED",
                                new BigDecimal(points),
                                LocalDate.of(2026, 5, 4),
                                title,
                                "ZUID"),
                        Evidence.of("bewijs.pdf", "%PDF-1.7 bewijs".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void of_a_period_without_known_rules_only_what_was_done_is_shown() {
        long physio = ledger.person("Fred Fysio", "PHYSIOTHERAPIST");
        inRegister(physio, "CKR-LEGACY", FROM, TO);
        Dossier dossier = of(physio, null);
        assertThat(dossier.rules()).isNull();
        assertThat(dossier.judgement()).isNull();
    }

    @Test
    void work_is_what_one_says_of_it() {
        inRegister("RGS-HA", FROM, TO);
        ledger.with(Dossiers.class, professional(anna), dossiers -> {
            dossiers.tellWork(
                    "RGS-HA",
                    Map.of(
                            "HOURS_PER_WEEK",
                            new BigDecimal("20"),
                            "INDIVIDUAL_PERFORMANCE_EVALUATION",
                            BigDecimal.ONE));
            return null;
        });
        assertThat(mine().work()).extracting(WorkLine::isEnough).containsExactly(true, false, true);
        assertThat(mine().shortWork()).extracting(line -> line.asked().code()).containsExactly("OUT_OF_HOURS_DUTY");
        assertThatThrownBy(() -> ledger.with(Dossiers.class, professional(anna), dossiers -> {
                    dossiers.tellWork("RGS-HA", Map.of("HOURS", BigDecimal.ONE));
                    return null;
                }))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_total_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> tell(LocalDate.of(2026, 1, 1), Map.of("ACCREDITED", BigDecimal.ONE)))
                .hasMessageContaining("dossier-period-first");
        inRegister("RGS-HA", FROM, TO);
        assertThatThrownBy(() -> tell(LocalDate.of(2026, 11, 21), Map.of("ACCREDITED", BigDecimal.ONE)))
                .hasMessageContaining("dossier-total-day");
        assertThatThrownBy(() -> tell(LocalDate.of(2021, 12, 31), Map.of("ACCREDITED", BigDecimal.ONE)))
                .hasMessageContaining("dossier-total-day");
        assertThatThrownBy(() -> tell(FROM, Map.of("ELEARNING", BigDecimal.ONE)))
                .hasMessageContaining("credit-category");
        assertThatThrownBy(() -> tell(FROM, Map.of())).hasMessageContaining("dossier-total-empty");
        assertThatThrownBy(() -> tell(FROM, Map.of("ACCREDITED", new BigDecimal("-1"))))
                .hasMessageContaining("dossier-number");
    }

    @Test
    void a_total_of_more_than_five_times_what_is_asked_is_a_slip() {
        inRegister("RGS-HA", FROM, TO);
        assertThatThrownBy(() -> tell(
                        LocalDate.of(2026, 11, 1),
                        Map.of("ACCREDITED", new BigDecimal("1000"), "PEER_REVIEW", new BigDecimal("0.5"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("dossier-total-too-much");
        tell(LocalDate.of(2026, 11, 1), Map.of("ACCREDITED", new BigDecimal("1000")));
        assertThat(mine().outlook().total().sum()).as("five times 200").isEqualByComparingTo("1000");
    }

    @Test
    void the_total_that_was_entered_last_is_taken_back_when_there_is_one_before_it() {
        inRegister("RGS-HA", FROM, TO);
        tell(LocalDate.of(2026, 11, 1), Map.of("ACCREDITED", new BigDecimal("167.5"), "PEER_REVIEW", BigDecimal.TEN));
        assertThat(mine().earlierTotal()).isFalse();
        assertThatThrownBy(this::takeBack).hasMessageContaining("dossier-total-first");
        tell(LocalDate.of(2026, 11, 3), Map.of("ACCREDITED", new BigDecimal("170")));
        assertThat(mine().earlierTotal()).isTrue();

        takeBack();

        assertThat(mine().outlook().total().asOf()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(mine().outlook().total().sum()).isEqualByComparingTo("177.5");
    }

    private void takeBack() {
        ledger.with(Dossiers.class, professional(anna), dossiers -> {
            dossiers.takeBackTotal("RGS-HA");
            return null;
        });
    }

    @Test
    void what_is_of_the_day_of_the_total_or_before_is_in_it_already() {
        inRegister("RGS-HA", FROM, TO);
        attended("Op de dag zelf", "2026-11-01", "2");
        attended("Na de stand", "2026-11-03", "3");
        assertThat(mine().isWithinTotal(LocalDate.of(2026, 11, 1)))
                .as("without a total")
                .isFalse();
        tell(LocalDate.of(2026, 11, 1), Map.of("ACCREDITED", new BigDecimal("180")));
        Dossier dossier = mine();
        assertThat(dossier.isWithinTotal(LocalDate.of(2026, 11, 1))).isTrue();
        assertThat(dossier.isWithinTotal(LocalDate.of(2026, 11, 2))).isFalse();
        assertThat(dossier.isWithinTotal(FROM.minusDays(1))).isFalse();
        assertThat(dossier.countedWithinTotal()).isEqualByComparingTo("2");
    }

    @Test
    void the_official_dossier_is_named_as_the_professional_knows_it() {
        assertThat(mine().keptIn()).isEqualTo("GAIA");
        inRegister("KABIZ-DA", FROM, TO);
        assertThat(mine("KABIZ-DA").keptIn()).isEqualTo(mine("KABIZ-DA").name());
    }

    @Test
    void courses_that_fill_a_missing_kind_come_first_and_then_those_with_most_points() {
        inRegister("RGS-HA", FROM, TO);
        tell(LocalDate.of(2026, 11, 1), Map.of("ACCREDITED", new BigDecimal("180")));
        UUID small = coming("Klein", "2026-12-01", "1");
        UUID large = coming("Groot", "2026-12-08", "6");
        UUID toetsing = coming("Toetsing", "2026-12-15", null);
        ledger.granted(toetsing, "RGS-HA", CourseType.WHOLE, "2026-01-01", "2026-12-31", "2 PEER_REVIEW");
        ledger.run(
                "update crm.edition set online = 'https://voorbeeld.nl', price_cents = 4500 where uuid = cast(:a as uuid)",
                large.toString());

        assertThat(mine().coming())
                .extracting(
                        ComingCourse::edition, ComingCourse::fitting, ComingCourse::online, ComingCourse::priceCents)
                .containsExactly(
                        tuple(toetsing, true, false, mine().coming().get(0).priceCents()),
                        tuple(large, false, true, 4500),
                        tuple(small, false, false, mine().coming().get(2).priceCents()));

        tell(LocalDate.of(2026, 11, 2), Map.of("ACCREDITED", new BigDecimal("180"), "PEER_REVIEW", BigDecimal.TEN));
        assertThat(mine().coming()).extracting(ComingCourse::fitting).containsOnly(false);
        assertThat(mine().outlook().isTotalStillMissing()).isTrue();
    }

    @Test
    void a_dossier_recomputed_from_nothing_is_the_same() throws Exception {
        inRegister("RGS-HA", FROM, TO);
        attended("Een", "2026-10-01", "4");
        attended("Twee", "2026-11-03", "3");
        Dossier before = mine();
        ledger.database.asOwner("delete from crm.credit_entry where corrects_id is not null and source = 'ATTENDANCE';"
                + "delete from crm.credit_entry where source = 'ATTENDANCE'");
        assertThat(mine().entries()).isEmpty();
        ledger.settleAll();
        assertThat(mine())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*\\.id", ".*\\.key")
                .isEqualTo(before);
    }

    @Test
    void many_are_judged_as_one_is() {
        inRegister("RGS-HA", FROM, TO);
        imported(anna, "RGS-HA", "ACCREDITED", "4", "2023-10-01", "een");
        imported(anna, "RGS-HA", "PEER_REVIEW", "2", "2023-12-31", "twee");
        attended("Drie", "2026-11-03", "3");
        Dossier one = mine();
        Boolean same = ledger.database.inTransaction(em -> {
            boolean[] found = {false};
            new Standings(em)
                    .each(
                            "RGS-HA",
                            null,
                            null,
                            (period, lines) -> found[0] |= one.rules()
                                    .judge(period, one.today(), lines)
                                    .results()
                                    .toString()
                                    .equals(one.judgement().results().toString()));
            return found[0];
        });
        assertThat(same).isTrue();
    }

    @Test
    void on_paper_it_says_that_it_is_not_official() {
        inRegister("RGS-HA", FROM, TO);
        attended("CVRM in de praktijk", "2026-11-03", "3");
        tell(LocalDate.of(2026, 11, 1), Map.of("ACCREDITED", new BigDecimal("180")));
        assertThat(paper(anna, "RGS-HA", (key, given) -> key + Arrays.toString(given)))
                .contains("Anna Aalders", "dossier.notice", "CVRM in de praktijk", "dossier.total-said");
    }

    private static String paper(long person, String scheme, DossierWords words) {
        byte[] pdf = ledger.with(Dossiers.class, professional(person), dossiers -> dossiers.pdf(scheme, words));
        try (PdfReader reader = new PdfReader(new ByteArrayInputStream(pdf))) {
            return new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_register_of_the_professional_has_a_dossier_under_every_number_of_his_or_hers() {
        inRegister("KABIZ-DA", FROM, TO);
        ledger.run("""
                insert into crm.person (id, uuid, display_name, sort_name, created_at, merged_into_id)
                values (nextval('crm.entity_seq'), gen_random_uuid(), 'Anna Dubbel', 'Anna Dubbel', now(), cast(:a as bigint))""", Long.toString(anna));

        List<Dossier> all = of(uuid(anna));

        assertThat(all).extracting(Dossier::scheme).containsExactly("KABIZ-DA", "RGS-HA");
        long same = ledger.number("select max(id) from crm.person where display_name = 'Anna Dubbel'");
        assertThat(of(uuid(same))).hasSize(2);
    }

    @Test
    void the_dossier_of_somebody_else_is_not_there() {
        long neighbour = ledger.person("Bert Buurman", "GP");
        assertThatThrownBy(() -> of(uuid(neighbour))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> of(UUID.randomUUID())).isInstanceOf(NotFoundException.class);
        assertThat(of(uuid(anna))).as("the same call about oneself").hasSize(1);
    }

    private List<Dossier> of(UUID person) {
        return ledger.with(Dossiers.class, professional(anna), dossiers -> dossiers.of(person));
    }

    private static UUID uuid(long person) {
        return UUID.fromString(ledger.texts(
                        "select cast(uuid as text) from crm.person where id = cast(:a as bigint)",
                        Long.toString(person))
                .get(0));
    }

    @Test
    void nobody_but_the_professional_reads_a_dossier() {
        List<Method> open = Arrays.stream(Dossiers.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .toList();
        assertThat(open)
                .isNotEmpty()
                .allSatisfy(method -> assertThat(
                                method.getAnnotation(RolesAllowed.class).value())
                        .containsExactly(Role.PROFESSIONALS));
        assertThatThrownBy(() -> ledger.with(Dossiers.class, ledger.staff("NOORD"), dossiers -> dossiers.mine(null)))
                .isInstanceOf(NotFoundException.class);
    }

    private void attended(String title, String evening, String points) {
        ledger.attended(ledger.held(title, evening, "RGS-HA", points), anna);
    }

    private static UUID coming(String title, String evening, String points) {
        return points == null ? ledger.held(title, evening) : ledger.held(title, evening, "RGS-HA", points);
    }

    private static void imported(long person, String scheme, String category, String points, String day, String key) {
        ledger.run("""
                insert into crm.credit_entry (person_id, scheme_code, source, category, points, earned_on, title, import_key, entered_at)
                values (cast(:a as bigint), :b, 'IMPORT', :c, cast(:d as numeric), cast(:e as date), 'Vroeger', :f, now())""", Long.toString(person), scheme, category, points, day, person + key);
    }

    private void inRegister(String scheme, LocalDate from, LocalDate to) {
        inRegister(anna, scheme, from, to);
    }

    private static void inRegister(long person, String scheme, LocalDate from, LocalDate to) {
        ledger.with(RegisterMemberships.class, professional(person), memberships -> {
            memberships.tell(new RegisterMembership(scheme, RegistrationPeriod.of(from, to)));
            return null;
        });
    }

    private void tell(LocalDate asOf, Map<String, BigDecimal> points) {
        ledger.with(Dossiers.class, professional(anna), dossiers -> {
            dossiers.tellTotal("RGS-HA", new RegisterTotal(asOf, points));
            return null;
        });
    }

    private Dossier mine() {
        return of(anna, null);
    }

    private Dossier mine(String scheme) {
        return of(anna, scheme);
    }

    private static Dossier of(long person, String scheme) {
        return ledger.with(Dossiers.class, professional(person), dossiers -> dossiers.mine(scheme));
    }
}
