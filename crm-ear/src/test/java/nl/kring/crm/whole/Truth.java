package nl.kring.crm.whole;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The five register files of the demo, and the truth about them that only tests know. */
final class Truth {

    /** By register, in the order in which the files are handed over. */
    static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("FEA", "FEA_ledenlijst.xlsx");
        FILES.put("THOON", "THOON_relaties.csv");
        FILES.put("CHPA", "CHPA_export.csv");
        FILES.put("SHT", "SHT_personeel.csv");
        FILES.put("LHV", "LHV_kring_Twente.csv");
    }

    private final List<CSVRecord> links = csv("/truth/links.csv");

    static byte[] file(String name) {
        return bytes("/demo/registers/" + name);
    }

    /** How many data rows a file has. */
    long rows(String register) {
        return links.stream().filter(row -> row.get("source").equals(register)).count();
    }

    /** How many of them are no person. */
    long junk(String register) {
        return links.stream()
                .filter(row ->
                        row.get("source").equals(register) && row.get("kind").equals("junk"))
                .count();
    }

    /** Who each row really is, by register and key; rows that are no person are left out. */
    Map<String, String> persons() {
        Map<String, String> persons = new LinkedHashMap<>();
        links.stream()
                .filter(row -> !row.get("person_id").isEmpty())
                .forEach(row -> persons.put(row.get("source") + " " + row.get("source_key"), row.get("person_id")));
        return persons;
    }

    private static List<CSVRecord> csv(String path) {
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(Truth.class.getResourceAsStream(path), StandardCharsets.UTF_8))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String path) {
        try (InputStream in = Truth.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
