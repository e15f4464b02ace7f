package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import nl.kring.crm.platform.CsvExport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organisation gets back what is shown of its persons, in its own columns; bringing that in again changes nobody. */
class HandBackTest {

    @BeforeEach
    void two_registers() throws SQLException, IOException {
        IntakeFixture.reset();
        IntakeFixture.bringIn("FEA", IntakeFixture.demo("FEA_ledenlijst.xlsx"), ImportMode.AUTO);
        IntakeFixture.bringIn("LHV", IntakeFixture.demo("LHV_kring_Twente.csv"), ImportMode.AUTO);
    }

    @Test
    void what_is_handed_back_and_brought_in_again_changes_no_person_and_asks_no_question() {
        List<String> before = shown();
        HandedSheet changed = sheet(false);
        assertThat(changed.rows()).isNotEmpty();

        ImportRun first = IntakeFixture.bringIn("LHV", file(changed), ImportMode.AUTO);
        ImportRun again = IntakeFixture.bringIn("LHV", file(changed), ImportMode.AUTO);

        assertThat(shown()).isEqualTo(before);
        assertThat(List.of(first.getRowsChanged(), first.getRowsVanished(), first.getCreated(), first.getMerged()))
                .containsExactly(changed.rows().size(), 0, 0, 0);
        assertThat(List.of(again.getRowsUnchanged(), again.getRowsVanished()))
                .containsExactly(changed.rows().size(), 0);
        assertThat(sheet(false).rows()).isEmpty();
    }

    @Test
    void the_whole_register_has_every_row_under_its_own_number() {
        HandedSheet all = sheet(true);

        assertThat(all.headers().get(0)).isEqualTo("Lidnummer");
        assertThat(all.rows().stream().map(row -> row.get(0)).sorted().toList())
                .isEqualTo(IntakeFixture.rows(
                        "select source_key from crm.source_record where register_code = 'LHV' order by source_key"));
        List<String> before = shown();
        IntakeFixture.bringIn("LHV", file(all), ImportMode.AUTO);
        assertThat(shown()).isEqualTo(before);
    }

    private static HandedSheet sheet(boolean all) {
        return IntakeFixture.withHandBacks("LHV", handBacks -> handBacks.sheet("LHV", all));
    }

    private static byte[] file(HandedSheet sheet) {
        return CsvExport.text(';', sheet.headers(), sheet.rows()).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> shown() {
        return IntakeFixture.rows("""
                select p.id, (to_jsonb(p) - 'version')::text,
                       (select count(*) from crm.review_item where state = 'OPEN'), (select count(*) from crm.merge_event)
                  from crm.person p order by p.id""");
    }
}
