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

    private static final int EACH = 5;
    private static final int ENOUGH = 50;

    @Test
    void one_record_weighed_against_a_few_gets_the_verdict_that_it_gets_when_all_are_there() {
        List<Claim> all = some(DemoClaims.all());
        int compared = 0;
        int worthALook = 0;
        int sure = 0;
        for (int at = all.size() - 1; at >= 0 && worthALook < ENOUGH; at--) {
            Claim fresh = all.get(at).of(null);
            List<Claim> others = new ArrayList<>(all);
            others.remove(at);
            List<Claim> few =
                    others.stream().filter(claim -> hasInCommon(fresh, claim)).toList();
            if (few.stream().noneMatch(claim -> mayBeOne(fresh, claim))) {
                continue;
            }
            Shares shares = new Records(others).shares();
            Set<String> practices = new HashSet<>();
            others.forEach(claim -> practices.add(claim.practiceAgb()));
            practices.remove(null);

            Map<Long, Verdict> found =
                    new Matching(Model.SHIPPED).meet(fresh, few, new Shares(shares.size(), shares.seen(), practices));

            List<Claim> together = new ArrayList<>(others);
            together.add(fresh);
            Records records = new Records(together);
            Clusters batch = new Clusters(records, Model.SHIPPED, -Model.log2(records.size));
            int news = records.claims.indexOf(fresh);
            for (Claim known : few) {
                Verdict expected = batch.weigh(new int[] {news}, new int[] {records.claims.indexOf(known)});
                Verdict verdict = found.get(known.person());
                compared++;
                assertThat(verdict != null).as("%s and %s", fresh, known).isEqualTo(expected.doubtful());
                if (verdict != null) {
                    assertThat(verdict.levels()).containsExactly(expected.levels());
                    assertThat(verdict.weights()).containsExactly(expected.weights(), within(1e-9));
                    assertThat(verdict.bits()).isCloseTo(expected.bits(), within(1e-9));
                    assertThat(verdict.sure()).isEqualTo(expected.sure());
                    worthALook++;
                    sure += verdict.sure() ? 1 : 0;
                }
            }
        }
        assertThat(worthALook).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(compared).as("also those who are nobody we know").isGreaterThanOrEqualTo(4 * ENOUGH);
        assertThat(sure).isGreaterThanOrEqualTo(20);
    }

    /** Whoever somebody else may be, and some of the others: a register that is soon read again and again. */
    private static List<Claim> some(List<Claim> all) {
        List<Claim> some = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            Claim claim = all.get(at);
            if (at % EACH == 0 || all.stream().anyMatch(other -> other != claim && mayBeOne(claim, other))) {
                some.add(claim);
            }
        }
        return some;
    }

    /** Whoever has nobody like that takes as long and compares nothing. */
    private static boolean mayBeOne(Claim one, Claim other) {
        return both(one.big(), other.big())
                || both(one.mobile(), other.mobile())
                || both(one.email(), other.email())
                || both(one.birthDate(), other.birthDate()) && both(one.birthName(), other.birthName());
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
