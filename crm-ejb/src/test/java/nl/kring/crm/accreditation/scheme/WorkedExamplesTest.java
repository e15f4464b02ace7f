package nl.kring.crm.accreditation.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.AgendaDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The examples of docs/domain.md ("What the registers make of points"), each judged by the rules as they are shipped. */
class WorkedExamplesTest {

    private static final String EXAMPLES = "/nl/kring/crm/accreditation/scheme/worked-examples.csv";

    private static AgendaDatabase database;
    private static Map<String, List<SchemeRules>> shipped;

    @BeforeAll
    static void read() throws Exception {
        database = AgendaDatabase.start();
        shipped = database.inTransaction(em -> new SchemeTable(em)
                .versions(em.createQuery("select s.code from Scheme s", String.class)
                        .getResultList()));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = EXAMPLES, numLinesToSkip = 1, delimiter = ';')
    void the_rules_as_shipped_say(
            String scheme,
            String name,
            LocalDate from,
            LocalDate to,
            int subregisters,
            String points,
            String counted,
            String missing,
            String uncounted) {
        RegistrationPeriod period = new RegistrationPeriod(from, to, subregisters);
        SchemeRules rules = judging(scheme, period);

        Judgement judgement = rules.judge(period, to, lines(points, from));

        assertThat(judgement.total().achieved()).isEqualByComparingTo(counted);
        assertThat(judgement.results().stream()
                        .filter(result -> !result.isMet())
                        .map(result -> result.code() + " "
                                + result.missing().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(missing == null ? "" : missing);
        assertThat(judgement.isMet()).isEqualTo(missing == null);
        assertThat(judgement.uncounted()).isEqualByComparingTo(uncounted == null ? "0" : uncounted);
    }

    @Test
    void every_register_has_rules_and_examples_that_stand_in_the_document() throws Exception {
        List<String> codes = database.inTransaction(em ->
                em.createQuery("select s.code from Scheme s", String.class).getResultList());
        assertThat(shipped.keySet()).hasSize(15).containsExactlyInAnyOrderElementsOf(codes);
        String examples = new String(getClass().getResourceAsStream(EXAMPLES).readAllBytes(), StandardCharsets.UTF_8);
        TreeSet<String> named = new TreeSet<>();
        examples.lines().skip(1).forEach(line -> named.add(line.split(";")[0]));
        assertThat(named).containsExactlyInAnyOrderElementsOf(codes);
        String document = Files.readString(Path.of("../docs/domain.md"));
        assertThat(examples.lines().skip(1)).allSatisfy(line -> {
            String[] cells = line.split(";", -1);
            assertThat(document)
                    .contains("| %s | %s | %s – %s | %s | %s | %s | %s |"
                            .formatted(cells[0], cells[1], cells[2], cells[3], cells[5], cells[6], cells[7], cells[8]));
        });
    }

    @Test
    void what_is_asked_of_work_stands_beside_the_points() {
        assertThat(judging("RGS-HA", five("2022-01-01")).work())
                .extracting(WorkRequirement::code)
                .containsExactly("HOURS_PER_WEEK", "OUT_OF_HOURS_DUTY", "INDIVIDUAL_PERFORMANCE_EVALUATION");
        assertThat(judging("BIG-BASIC", five("2022-01-01")).work().get(0).minimum())
                .isEqualByComparingTo("2080");
    }

    @Test
    void a_period_is_judged_by_the_version_that_holds_on_its_last_day() {
        RegistrationPeriod before = RegistrationPeriod.of(LocalDate.of(2016, 7, 1), LocalDate.of(2021, 6, 30));
        RegistrationPeriod after = RegistrationPeriod.of(LocalDate.of(2016, 7, 2), LocalDate.of(2021, 7, 1));
        assertThat(judging("KABIZ-DA", before).work().get(0).minimum()).isEqualByComparingTo("2080");
        assertThat(judging("KABIZ-DA", after).work().get(0).minimum()).isEqualByComparingTo("2400");
    }

    @Test
    void for_a_period_that_no_version_judges_nothing_is_said() {
        assertThat(shipped.get("CKR-LEGACY")).noneMatch(rules -> rules.judges(five("2021-01-01")));
    }

    private static RegistrationPeriod five(String first) {
        LocalDate from = LocalDate.parse(first);
        return RegistrationPeriod.of(from, from.plusYears(5).minusDays(1));
    }

    static SchemeRules judging(String scheme, RegistrationPeriod period) {
        return shipped.get(scheme).stream()
                .filter(rules -> rules.judges(period))
                .findFirst()
                .orElseThrow();
    }

    /** Points as the document writes them: {@code 60 ACCREDITED, 12 INTERVISION @2} (in the second year), {@code +X} for a competence. */
    static List<CreditLine> lines(String written, LocalDate from) {
        List<CreditLine> lines = new ArrayList<>();
        if (written == null) {
            return lines;
        }
        for (String one : written.split(", ")) {
            int year = one.contains("@") ? Integer.parseInt(one.substring(one.indexOf('@') + 1)) : 1;
            String[] parts = one.replaceAll(" @.*", "").split(" ");
            String[] kinds = parts[1].split("\\+");
            lines.add(CreditLine.about(
                    (long) lines.size(),
                    from.plusYears(year - 1L).plusDays(10),
                    kinds[0],
                    new BigDecimal(parts[0]),
                    List.of(kinds).subList(1, kinds.length)));
        }
        return lines;
    }
}
