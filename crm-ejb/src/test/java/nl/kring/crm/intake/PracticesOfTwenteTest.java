package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The practices of the five registers of the demo against the truth that was made with them. */
class PracticesOfTwenteTest {

    @Test
    void rows_of_one_practice_are_together_and_others_apart_whatever_register_came_first() throws Exception {
        bringIn(TwenteTruth.FILES.keySet());
        PracticeBenchmark.Score score =
                PracticeBenchmark.score(new PracticeTruth(TwenteTruth.rows("practices.csv"), List.of(), List.of()));
        Set<String> practices = practices();

        List<String> reversed = new ArrayList<>(TwenteTruth.FILES.keySet());
        Collections.reverse(reversed);
        bringIn(reversed);

        assertThat(score.rows()).isGreaterThan(2000);
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.999);
        assertThat(score.recall()).isGreaterThanOrEqualTo(0.97);
        assertThat(practices()).isEqualTo(practices);
        assertThat(IntakeFixture.rows("""
                select 1 from crm.affiliation a join crm.organisation o on o.id = a.organisation_id
                 where o.merged_into_id is not null and a.withdrawn_at is null""")).isEmpty();
    }

    private static void bringIn(Collection<String> registers) throws Exception {
        IntakeFixture.reset();
        TwenteTruth.bringIn(registers);
    }

    private static Set<String> practices() {
        return Set.copyOf(IntakeFixture.rows("""
                select string_agg(register_code || ' ' || source_key, ', ' order by register_code, source_key)
                  from crm.source_record where workplace_id is not null group by workplace_id"""));
    }
}
