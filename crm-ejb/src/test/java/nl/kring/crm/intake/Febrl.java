package nl.kring.crm.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Matching;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The public FEBRL files of made-up Australians, as claims; the number in rec-123-dup-0 says who it is. */
final class Febrl {

    private static final String REGISTER = "FEBRL";

    private Febrl() {}

    static List<Claim> claims(Path file) throws IOException {
        List<Claim> claims = new ArrayList<>();
        for (CSVRecord row : CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get()
                .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            claims.add(new Claim(
                    REGISTER,
                    row.get("rec_id"),
                    null,
                    text(row, "surname"),
                    null,
                    null,
                    text(row, "given_name"),
                    null,
                    date(row.get("date_of_birth")),
                    null,
                    null,
                    null,
                    text(row, "soc_sec_id"),
                    null,
                    null,
                    text(row, "address_1"),
                    text(row, "street_number"),
                    text(row, "postcode"),
                    text(row, "suburb"),
                    null,
                    null,
                    null));
        }
        return claims;
    }

    static Map<String, String> persons(List<Claim> claims) {
        Map<String, String> persons = new HashMap<>();
        claims.forEach(claim ->
                persons.put(Matching.name(REGISTER, claim.key()), claim.key().split("-")[1]));
        return persons;
    }

    private static String text(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? null : row.get(column);
    }

    private static LocalDate date(String digits) {
        try {
            return digits.length() != 8
                    ? null
                    : LocalDate.of(
                            Integer.parseInt(digits.substring(0, 4)),
                            Integer.parseInt(digits.substring(4, 6)),
                            Integer.parseInt(digits.substring(6)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
