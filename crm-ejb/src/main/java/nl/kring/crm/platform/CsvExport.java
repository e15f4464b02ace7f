package nl.kring.crm.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Lists as text for a spreadsheet; a cell that a spreadsheet would take for a formula is made harmless. */
public final class CsvExport {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private CsvExport() {}

    /** The list with a header, cells parted by the separator. */
    public static String text(char separator, List<String> header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(header.stream().map(CsvExport::harmless));
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(CsvExport::harmless));
            }
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return text.toString();
    }

    /** The same, written while its rows come: UTF-8 with its mark, and semicolons as a Dutch spreadsheet wants them. */
    public static RowFile to(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.DEFAULT.builder().setDelimiter(';').get());
        return new RowFile() {

            @Override
            public void row(List<String> cells) throws IOException {
                printer.printRecord(cells.stream().map(CsvExport::harmless));
            }

            @Override
            public void close() throws IOException {
                printer.close(true);
            }
        };
    }

    static String harmless(String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
