package nl.kring.crm.web.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportParticipantsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+31612345678", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void a_cell_that_a_spreadsheet_would_calculate_becomes_text(String cell) {
        assertThat(ExportParticipants.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"A. de Vries", "Huisartsenpraktijk 't Loo", "a=b"})
    void any_other_cell_stays_as_it_is(String cell) {
        assertThat(ExportParticipants.harmless(cell)).isEqualTo(cell);
    }
}
