package nl.kring.crm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class RowFileTest {

    private static final List<List<String>> ROWS = new ArrayList<>();

    static {
        ROWS.add(List.of("Naam", "Nummer", "Wat"));
        ROWS.add(List.of("'t Hart", "01290870", "=1+1"));
        ROWS.add(List.of("Ĳsbrand 😀", "06-12345678", "@SUM(A1)"));
        ROWS.add(List.of("null", "1E5", "<b>&amp;</b>"));
        ROWS.add(Arrays.asList("Zonder", null, "-2"));
        for (int i = 0; i < 1200; i++) {
            ROWS.add(List.of("Naam " + i, Integer.toString(i), "+" + i));
        }
    }

    @Test
    void a_spreadsheet_opened_again_holds_what_was_shown_and_no_formula() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowFile file = XlsxExport.to(out, "personen")) {
            for (List<String> row : ROWS) {
                file.row(row);
            }
        }
        List<List<String>> opened = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            book.getFirstSheet().read().forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int at = 0; at < 3; at++) {
                    var cell = row.getOptionalCell(at).filter(each -> each.getType() != CellType.EMPTY);
                    cell.ifPresent(each -> assertThat(each.getType()).isEqualTo(CellType.STRING));
                    cells.add(cell.map(each -> each.asString()).orElse(null));
                }
                opened.add(cells);
            });
        }
        assertThat(opened).isEqualTo(ROWS);
    }

    @Test
    void a_text_file_opened_again_holds_what_was_shown_and_its_formulas_are_harmless() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RowFile file = CsvExport.to(out)) {
            for (List<String> row : ROWS) {
                file.row(row);
            }
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFFNaam;Nummer;Wat")
                .contains("'=1+1", "'@SUM(A1)", "'-2", "01290870")
                .doesNotContain(";=1+1");
    }
}
