package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** A file of the product, opened as a spreadsheet program does; of a workbook every cell has to be text. */
final class OpenedFile {

    private OpenedFile() {}

    /** A cell that a spreadsheet would take for a formula begins with a quote. */
    static List<String> harmless(List<String> row) {
        return row.stream()
                .map(cell -> cell.matches("(?s)[=+@-].*") ? "'" + cell : cell)
                .toList();
    }

    static List<List<String>> csv(Screens staff, String address) {
        String text = new String(staff.file(address), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        try (var parser =
                CSVFormat.DEFAULT.builder().setDelimiter(';').get().parse(new StringReader(text.substring(1)))) {
            return parser.getRecords().stream().map(CSVRecord::toList).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<List<String>> xlsx(Screens staff, String address, int columns) {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(staff.file(address)))) {
            book.getFirstSheet().read().forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int at = 0; at < columns; at++) {
                    cells.add(row.getOptionalCell(at)
                            .filter(cell -> cell.getType() != CellType.EMPTY)
                            .map(cell -> {
                                assertThat(cell.getType()).isEqualTo(CellType.STRING);
                                return cell.asString();
                            })
                            .orElse(""));
                }
                rows.add(cells);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
