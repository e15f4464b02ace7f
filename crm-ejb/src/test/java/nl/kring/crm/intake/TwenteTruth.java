package nl.kring.crm.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Matching;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The registers of the demo, and the truth that was made with them, which only tests know. */
final class TwenteTruth {

    /** The files by register, in the order in which the demo brings them in. */
    static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("FEA", "FEA_ledenlijst.xlsx");
        FILES.put("THOON", "THOON_relaties.csv");
        FILES.put("CHPA", "CHPA_export.csv");
        FILES.put("SHT", "SHT_personeel.csv");
        FILES.put("LHV", "LHV_kring_Twente.csv");
    }

    private TwenteTruth() {}

    /** Brings the registers in, in this order, and lets the planner know of them. */
    static void bringIn(Collection<String> registers) {
        registers.forEach(
                register -> IntakeFixture.bringIn(register, IntakeFixture.demo(FILES.get(register)), ImportMode.AUTO));
        IntakeFixture.counted();
    }

    /** What the registers of these codes say, each row of nobody yet. */
    static List<Claim> claims(Collection<String> registers) {
        List<Claim> claims = new ArrayList<>();
        ShippedRegisters.definitions().stream()
                .filter(register -> registers.contains(register.code()))
                .forEach(register ->
                        RegistersOnDisk.read(register, IntakeFixture.demo(FILES.get(register.code())), claims));
        return claims;
    }

    static List<CSVRecord> rows(String file) {
        try (Reader in = new InputStreamReader(
                TwenteTruth.class.getResourceAsStream("/truth/" + file), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who each row is, by {@link Matching#name}; rows that are nobody are left out. */
    static Map<String, String> persons() {
        Map<String, String> persons = new HashMap<>();
        rows("links.csv").stream()
                .filter(row -> !row.get("person_id").isEmpty())
                .forEach(row ->
                        persons.put(Matching.name(row.get("source"), row.get("source_key")), row.get("person_id")));
        return persons;
    }

    /** Persons who look alike in all that registers say. */
    static Set<Set<String>> twins() {
        return rows("hard_negatives.csv").stream()
                .filter(row -> row.get("kind").equals("twin"))
                .map(row -> Set.of(row.get("person_1"), row.get("person_2")))
                .collect(Collectors.toSet());
    }
}
