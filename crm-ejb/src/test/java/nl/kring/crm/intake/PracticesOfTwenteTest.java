package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The practices of the five registers of the demo against the truth that was made with them. */
class PracticesOfTwenteTest {

    private static final List<String> FILES = Arrays.asList(
            "FEA_ledenlijst.xlsx",
            "THOON_relaties.csv",
            "CHPA_export.csv",
            "SHT_personeel.csv",
            "LHV_kring_Twente.csv");

    @Test
    void rows_of_one_practice_are_together_and_others_apart_whatever_register_came_first() throws Exception {
        bringIn(FILES);
        PracticeBenchmark.Score score =
                PracticeBenchmark.score(new PracticeTruth(truth("practices.csv"), List.of(), List.of()));
        Set<String> practices = practices();

        List<String> reversed = new ArrayList<>(FILES);
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

    private static void bringIn(List<String> files) throws Exception {
        IntakeFixture.reset();
        files.forEach(file ->
                IntakeFixture.bringIn(file.substring(0, file.indexOf('_')), IntakeFixture.demo(file), ImportMode.AUTO));
    }

    private static Set<String> practices() {
        return Set.copyOf(IntakeFixture.rows("""
                select string_agg(register_code || ' ' || source_key, ', ' order by register_code, source_key)
                  from crm.source_record where workplace_id is not null group by workplace_id"""));
    }

    private static List<CSVRecord> truth(String file) throws IOException {
        try (Reader in = new InputStreamReader(
                PracticesOfTwenteTest.class.getResourceAsStream("/truth/" + file), StandardCharsets.UTF_8)) {
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
