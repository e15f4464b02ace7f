package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.intake.matching.Model;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * The five registers of the demo against the truth that was made with them, all at once: nobody is joined with somebody else
 * who is not a look-alike twin, and nearly all who are one are found. The sets that measure how well are others.
 */
class MatchingGateTest {

    @Test
    void nobody_but_a_twin_is_taken_for_somebody_else_and_nearly_everybody_is_recognised() throws IOException {
        List<Claim> claims = new ArrayList<>();
        for (RegisterDefinition definition : ShippedRegisters.definitions()) {
            String file = switch (definition.code()) {
                case "FEA" -> "FEA_ledenlijst.xlsx";
                case "THOON" -> "THOON_relaties.csv";
                case "CHPA" -> "CHPA_export.csv";
                case "SHT" -> "SHT_personeel.csv";
                default -> "LHV_kring_Twente.csv";
            };
            RegistersOnDisk.read(definition, IntakeFixture.demo(file), claims);
        }
        Map<String, String> truth = new HashMap<>();
        truth("links.csv").stream()
                .filter(row -> !row.get("person_id").isEmpty())
                .forEach(row ->
                        truth.put(Matching.name(row.get("source"), row.get("source_key")), row.get("person_id")));
        Set<Set<String>> twins = new HashSet<>();
        truth("hard_negatives.csv").stream()
                .filter(row -> row.get("kind").equals("twin"))
                .forEach(row -> twins.add(Set.of(row.get("person_1"), row.get("person_2"))));

        Matching.Outcome outcome = new Matching(Model.SHIPPED).place(claims, List.of());

        for (List<Claim> group : outcome.groups()) {
            Set<String> persons = new HashSet<>();
            group.forEach(claim -> persons.add(truth.get(MatchingBenchmark.name(claim))));
            assertThat(persons.size() == 1 || twins.contains(persons))
                    .as("%s", group)
                    .isTrue();
        }
        MatchingBenchmark.Score score = MatchingBenchmark.score(outcome.groups(), truth);
        assertThat(score.recall()).isGreaterThan(0.95);
        assertThat(outcome.doubts()).hasSizeLessThan(claims.size() * 3 / 100);
    }

    private static List<CSVRecord> truth(String file) throws IOException {
        try (Reader in = new InputStreamReader(
                MatchingGateTest.class.getResourceAsStream("/truth/" + file), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }
}
