package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.intake.matching.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The five registers of the demo against the truth that was made with them, all at once: nobody is joined with somebody else
 * who is not a look-alike twin, and nearly all who are one are found. The sets that measure how well are others.
 */
class MatchingGateTest {

    @Test
    @Timeout(20)
    void nobody_but_a_twin_is_taken_for_somebody_else_and_nearly_everybody_is_recognised() throws IOException {
        List<Claim> claims = TwenteTruth.claims(TwenteTruth.FILES.keySet());
        Map<String, String> truth = TwenteTruth.persons();
        Set<Set<String>> twins = TwenteTruth.twins();

        Matching.Outcome outcome = new Matching(Model.SHIPPED).place(claims, List.of());

        for (List<Claim> group : outcome.groups()) {
            Set<String> persons = new HashSet<>();
            group.forEach(claim -> persons.add(truth.get(MatchingBenchmark.name(claim))));
            assertThat(persons.size() == 1 || twins.contains(persons))
                    .as("%s", group)
                    .isTrue();
        }
        MatchingBenchmark.Score score = MatchingBenchmark.score(outcome.groups(), truth);
        assertThat(score.recall()).isGreaterThan(0.96);
        assertThat(outcome.doubts()).hasSizeLessThan(claims.size() * 3 / 100);
    }
}
