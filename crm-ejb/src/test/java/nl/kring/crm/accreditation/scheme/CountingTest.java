package nl.kring.crm.accreditation.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of counting whatever the points are. */
class CountingTest {

    private static final LocalDate FROM = LocalDate.of(2024, 2, 29);
    private static final RegistrationPeriod PERIOD = RegistrationPeriod.of(FROM, LocalDate.of(2029, 2, 27));
    private static final List<String> CATEGORIES = List.of("ACCREDITED", "INTERVISION", "ELEARNING");

    private static final SchemeRules RULES = rules(
            requirement("A_MIN", RequirementKind.MIN, "40", CountedOver.PERIOD, "ACCREDITED"),
            requirement("I_YEAR", RequirementKind.MAX, "10", CountedOver.YEAR, "INTERVISION"),
            requirement("I_ALL", RequirementKind.MAX, "30", CountedOver.PERIOD, "INTERVISION"),
            requirement("E_SHARE", RequirementKind.MAX_SHARE, "0.5", CountedOver.PERIOD, "ELEARNING"));

    @Property
    void lines_of_a_kind_within_a_year_may_be_told_as_one(@ForAll("lines") List<CreditLine> lines) {
        assertThat(RULES.judge(PERIOD, PERIOD.to(), together(lines)).results())
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> a.compareTo(b) == 0, BigDecimal.class)
                .isEqualTo(RULES.judge(PERIOD, PERIOD.to(), lines).results());
    }

    @Property
    void the_order_in_which_lines_come_makes_no_difference(@ForAll("lines") List<CreditLine> lines, @ForAll long seed) {
        List<CreditLine> otherwise = new ArrayList<>(lines);
        Collections.shuffle(otherwise, new Random(seed));
        assertThat(RULES.judge(PERIOD, PERIOD.to(), otherwise).results())
                .isEqualTo(RULES.judge(PERIOD, PERIOD.to(), lines).results());
    }

    @Property
    void what_counts_and_what_does_not_is_all_there_is(@ForAll("lines") List<CreditLine> lines) {
        Judgement judgement = RULES.judge(PERIOD, PERIOD.to(), lines);
        BigDecimal brought = lines.stream().map(CreditLine::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(judgement.total().achieved().add(judgement.uncounted())).isEqualByComparingTo(brought);
        assertThat(judgement.lines()).allSatisfy(line -> {
            assertThat(line.counted()).isBetween(BigDecimal.ZERO, line.line().points());
            assertThat(line.why() == null).isEqualTo(line.uncounted().signum() == 0);
        });
    }

    @Property
    void more_points_never_leave_more_missing(
            @ForAll("lines") List<CreditLine> lines, @ForAll("line") CreditLine oneMore) {
        List<CreditLine> more = new ArrayList<>(lines);
        more.add(oneMore);
        List<Result> before = RULES.judge(PERIOD, PERIOD.to(), lines).results();
        List<Result> after = RULES.judge(PERIOD, PERIOD.to(), more).results();
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).missing()).isLessThanOrEqualTo(before.get(i).missing());
        }
    }

    @Test
    void what_is_outside_the_period_or_of_no_category_says_so() {
        Judgement judgement = RULES.judge(
                PERIOD,
                LocalDate.of(2026, 1, 1),
                List.of(
                        line("ACCREDITED", FROM.minusDays(1), "3"),
                        line("ACCREDITED", FROM, "3"),
                        line("ACCREDITED", LocalDate.of(2026, 1, 2), "3"),
                        line("DANCING", LocalDate.of(2025, 1, 1), "3")));
        assertThat(judgement.lines())
                .extracting(CountedLine::why)
                .containsExactly(
                        CountedLine.Why.BEFORE_PERIOD,
                        null,
                        CountedLine.Why.NO_SUCH_CATEGORY,
                        CountedLine.Why.AFTER_PERIOD);
        assertThat(judgement.total().achieved()).isEqualByComparingTo("3");
    }

    @Test
    void a_year_of_the_period_begins_on_its_own_day() {
        Judgement judgement = RULES.judge(
                PERIOD,
                PERIOD.to(),
                List.of(
                        line("INTERVISION", LocalDate.of(2025, 2, 28), "10"),
                        line("INTERVISION", LocalDate.of(2025, 3, 1), "10"),
                        line("INTERVISION", LocalDate.of(2025, 12, 31), "1")));
        assertThat(judgement.total().achieved()).isEqualByComparingTo("20");
        assertThat(judgement.lines().get(2).rule()).isEqualTo("I_YEAR");
    }

    @Test
    void what_the_register_counted_itself_no_year_takes_from() {
        CreditLine settled = CreditLine.settled(LocalDate.of(2026, 6, 1), "INTERVISION", new BigDecimal("25"));
        assertThat(RULES.judge(PERIOD, PERIOD.to(), List.of(settled)).total().achieved())
                .isEqualByComparingTo("25");
        assertThat(RULES.judge(PERIOD, PERIOD.to(), List.of(line("INTERVISION", LocalDate.of(2026, 6, 1), "25")))
                        .total()
                        .achieved())
                .as("without it")
                .isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2, true",
                "EXPERT, 1, true",
                "EXPERT EXPERT, 1, true",
                "EXPERT SCHOLAR, 0, true",
                "?, 0, false",
                "EXPERT ?, 0, false",
                "EXPERT SCHOLAR ?, 0, true"
            })
    void over_how_many_competences_points_are_spread_is_known_as_far_as_somebody_said_it(
            String competences, BigDecimal missing, boolean known) {
        SchemeRules rules =
                rules(requirement("ROLES", RequirementKind.MIN_DISTINCT_COMPETENCES, "2", CountedOver.PERIOD, "*"));
        List<CreditLine> lines = competences == null
                ? List.of()
                : Stream.of(competences.split(" "))
                        .map(one -> one.equals("?")
                                ? CreditLine.of(null, FROM, "ACCREDITED", BigDecimal.TEN)
                                : CreditLine.about(null, FROM, "ACCREDITED", BigDecimal.TEN, List.of(one)))
                        .toList();
        Judgement judgement = rules.judge(PERIOD, PERIOD.to(), lines);
        assertThat(judgement.result("ROLES").missing()).isEqualByComparingTo(missing);
        assertThat(judgement.result("ROLES").known()).isEqualTo(known);
        assertThat(judgement.total().known()).isTrue();
    }

    @Provide
    Arbitrary<List<CreditLine>> lines() {
        return line().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<CreditLine> line() {
        return Combinators.combine(
                        Arbitraries.of(CATEGORIES),
                        Arbitraries.integers().between(-40, 365 * 5 + 40),
                        Arbitraries.integers().between(1, 400),
                        Arbitraries.of(true, false))
                .as((category, day, tenths, electronic) -> CreditLine.about(
                        null,
                        FROM.plusDays(day),
                        category,
                        BigDecimal.valueOf(tenths, 1),
                        electronic ? List.of("ELEARNING") : List.of()));
    }

    private static List<CreditLine> together(List<CreditLine> lines) {
        Map<String, CreditLine> sums = new TreeMap<>();
        for (CreditLine line : lines) {
            String key = line.kind() + " " + (PERIOD.contains(line.day()) ? PERIOD.yearOf(line.day()) : line.day());
            sums.merge(
                    key,
                    line,
                    (a, b) -> new CreditLine(
                            null,
                            a.day().isBefore(b.day()) ? a.day() : b.day(),
                            a.category(),
                            a.competences(),
                            a.specified(),
                            a.points().add(b.points()),
                            false));
        }
        return List.copyOf(sums.values());
    }

    private static CreditLine line(String category, LocalDate day, String points) {
        return CreditLine.of(null, day, category, new BigDecimal(points));
    }

    private static Requirement requirement(
            String code, RequirementKind kind, String value, CountedOver over, String... categories) {
        return new Requirement(code, kind, List.of(categories), new BigDecimal(value), over, false);
    }

    private static SchemeRules rules(Requirement... requirements) {
        return new SchemeRules(
                null,
                "TEST",
                null,
                null,
                60,
                null,
                null,
                new BigDecimal("100"),
                Map.of(),
                false,
                null,
                null,
                CATEGORIES,
                List.of(requirements),
                List.of(),
                List.of(),
                "test",
                Certainty.OWN,
                null);
    }
}
