package nl.kring.crm.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    static String harmless(String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
