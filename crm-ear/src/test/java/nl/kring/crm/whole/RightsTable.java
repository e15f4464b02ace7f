package nl.kring.crm.whole;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The expectations of {@code rights.csv}: for every operation and relation what each kind of caller is answered.
 *
 * <p>Call: the query of a page or a call, or the body of a call, with {@code {placeholders}} for things of that relation.
 * Relation: {@code own} is a thing of the caller's organisation or of the caller; {@code foreign} the same kind of thing
 * of another; {@code shared} a thing that all participants share, or no thing at all. Answers of calls, pages and downloads
 * are HTTP statuses; {@code in} stands for being led to the sign-in page. Of an action: {@code page} when whoever gets the
 * page may also do it, {@code no} when its page is refused, else the name of the test that shows the refusal.
 */
final class RightsTable {

    static final List<String> CALLERS = List.of("anonymous", "professional", "staff", "platform-admin");

    record Row(String operation, String relation, String call, Map<String, String> answers) {}

    private RightsTable() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .setTrim(true)
                .get();
        try (Reader reader =
                new InputStreamReader(RightsTable.class.getResourceAsStream("/rights.csv"), StandardCharsets.UTF_8)) {
            for (CSVRecord line : format.parse(reader)) {
                Map<String, String> answers = new TreeMap<>();
                CALLERS.forEach(caller -> answers.put(caller, line.get(caller)));
                rows.add(new Row(line.get("operation"), line.get("relation"), line.get("call"), answers));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
