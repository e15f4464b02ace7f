package nl.kring.crm.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The registers that are known from the start; they stand in two lists beside this class. */
public final class ShippedRegisters {

    private static final CSVFormat LIST = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .setQuote(null)
            .get();

    private ShippedRegisters() {}

    public static List<RegisterDefinition> definitions() {
        Map<String, List<RegisterDefinition.Column>> columns = rows("register-columns.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("register"), Collectors.mapping(ShippedRegisters::column, Collectors.toList())));
        return rows("registers.csv").stream()
                .map(row -> new RegisterDefinition(
                        row.get("code"),
                        row.get("name"),
                        row.get("organisation"),
                        Integer.valueOf(row.get("rank")),
                        row.get("sheet"),
                        null,
                        null,
                        null,
                        row.get("key"),
                        columns.get(row.get("code"))))
                .toList();
    }

    private static RegisterDefinition.Column column(CSVRecord row) {
        String meanings = row.get("meanings");
        return new RegisterDefinition.Column(
                row.get("header"), row.get("field"), "yes".equals(row.get("private")), meanings(meanings));
    }

    private static Map<String, String> meanings(String text) {
        return Stream.ofNullable(text)
                .flatMap(pairs -> Arrays.stream(pairs.split(" ")))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static List<CSVRecord> rows(String name) {
        try (Reader in = new InputStreamReader(
                        ShippedRegisters.class.getResourceAsStream(name), StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(in, LIST)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
