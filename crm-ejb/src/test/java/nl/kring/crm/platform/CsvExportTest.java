package nl.kring.crm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+31612345678", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void a_cell_that_a_spreadsheet_would_calculate_becomes_text(String cell) {
        assertThat(CsvExport.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void what_is_not_there_is_an_empty_cell(String cell) {
        assertThat(CsvExport.harmless(cell)).isEmpty();
    }

    @Test
    void a_separator_or_a_quote_stays_within_its_cell() {
        assertThat(CsvExport.text(';', List.of("Naam", "Praktijk"), List.of(List.of("Jansen; A.", "De \"Es\""))))
                .isEqualTo("Naam;Praktijk\r\n\"Jansen; A.\";\"De \"\"Es\"\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A. de Vries", "Huisartsenpraktijk 't Loo", "a=b"})
    void any_other_cell_stays_as_it_is(String cell) {
        assertThat(CsvExport.harmless(cell)).isEqualTo(cell);
    }
}
