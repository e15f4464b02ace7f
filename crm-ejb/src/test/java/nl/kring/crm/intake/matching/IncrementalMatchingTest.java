package nl.kring.crm.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.kring.crm.intake.DemoClaims;
import org.junit.jupiter.api.Test;

class IncrementalMatchingTest {

    @Test
    void one_record_weighed_against_a_few_gets_the_verdict_that_it_gets_when_all_are_there() {
        List<Claim> all = DemoClaims.all();
        int compared = 0;
        int sure = 0;
        for (int at = all.size() - 1; at > all.size() - 300; at -= 7) {
            Claim fresh = all.get(at).of(null);
            List<Claim> others = new ArrayList<>(all);
            others.remove(at);
            Shares shares = new Records(others).shares();
            Set<String> practices = new HashSet<>();
            others.forEach(claim -> practices.add(claim.practiceAgb()));
            practices.remove(null);
            List<Claim> few =
                    others.stream().filter(claim -> hasInCommon(fresh, claim)).toList();

            Map<Long, Verdict> found =
                    new Matching(Model.SHIPPED).meet(fresh, few, new Shares(shares.size(), shares.seen(), practices));

            List<Claim> together = new ArrayList<>(others);
            together.add(fresh);
            Records records = new Records(together);
            Clusters batch = new Clusters(records, Model.SHIPPED, -Model.log2(records.size));
            int news = records.claims.indexOf(fresh);
            for (int row = 0; row < records.size; row++) {
                Verdict verdict =
                        row == news ? null : found.get(records.claims.get(row).person());
                if (verdict != null) {
                    Verdict expected = batch.weigh(new int[] {news}, new int[] {row});
                    assertThat(verdict.levels()).containsExactly(expected.levels());
                    assertThat(verdict.bits()).isCloseTo(expected.bits(), within(1e-9));
                    assertThat(verdict.sure()).isEqualTo(expected.sure());
                    compared++;
                    sure += verdict.sure() ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(5);
        assertThat(sure).isPositive();
    }

    private static boolean hasInCommon(Claim one, Claim other) {
        return both(one.big(), other.big())
                || both(one.agb(), other.agb())
                || both(one.mobile(), other.mobile())
                || both(one.email(), other.email())
                || both(one.birthDate(), other.birthDate())
                || both(one.birthName(), other.birthName());
    }

    private static boolean both(Object one, Object other) {
        return one != null && Objects.equals(one, other);
    }
}
