package nl.kring.crm.registry.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Folding;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A block as a spreadsheet puts it on the clipboard: cells parted by tabs, the first row names the columns, the first column
 * says whom a row is about. A date of birth may stand in a column of its own behind the name.
 */
record PastedBlock(String identifierColumn, boolean withBirthDate, List<String> columns, List<Row> rows) {

    /** One row: whom, and the cells of the columns in their order. */
    record Row(int number, String identifier, List<String> cells) {}

    private static final int MOST_SIGNS = 1_000_000;
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 40;
    private static final Set<String> BIRTH_DATE = Set.of("geboortedatum", "geb datum", "gebdatum", "birth date");

    static PastedBlock of(String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidInputException("paste-nothing");
        }
        if (text.length() > MOST_SIGNS) {
            throw new InvalidInputException("paste-too-much", MOST_ROWS, MOST_COLUMNS);
        }
        List<List<String>> lines = lines(text.replace("\r\n", "\n").replace("\uFEFF", ""));
        List<String> header = lines.get(0).stream().map(String::strip).toList();
        if (lines.size() < 2 || header.size() < 2) {
            throw new InvalidInputException("paste-nothing");
        }
        if (lines.size() > MOST_ROWS + 1 || header.size() > MOST_COLUMNS) {
            throw new InvalidInputException("paste-too-much", MOST_ROWS, MOST_COLUMNS);
        }
        boolean withBirthDate = BIRTH_DATE.contains(Folding.fold(header.get(1)));
        int first = withBirthDate ? 2 : 1;
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> line = lines.get(i);
            if (line.stream().allMatch(String::isBlank)) {
                continue;
            }
            String who = line.get(0).strip()
                    + (withBirthDate && line.size() > 1 ? " " + line.get(1).strip() : "");
            List<String> cells = new ArrayList<>();
            for (int column = first; column < header.size(); column++) {
                cells.add(column < line.size() ? line.get(column).strip() : "");
            }
            rows.add(new Row(i + 1, who.strip(), cells));
        }
        return new PastedBlock(Folding.fold(header.get(0)), withBirthDate, header.subList(first, header.size()), rows);
    }

    /** A name that begins with a quotation mark is no broken cell. */
    private static List<List<String>> lines(String text) {
        char separator = text.indexOf('\t') >= 0 ? '\t' : ';';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return parser.stream().map(line -> line.toList()).toList();
        } catch (IOException | UncheckedIOException | IllegalStateException brokenQuotes) {
            return text.lines()
                    .map(line -> Arrays.asList(line.split(String.valueOf(separator), -1)))
                    .toList();
        }
    }
}
