package nl.kring.crm.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.kring.crm.intake.file.RawRow;
import nl.kring.crm.intake.file.RegisterFile;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.registry.provenance.SourceValues;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A folder with files of registers and the truth about them, read as an import reads them. */
final class RegistersOnDisk {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Path folder;

    RegistersOnDisk(Path folder) {
        this.folder = folder;
    }

    /** The rows that are kept, of every shipped register that has a file whose name begins with its code. */
    List<Claim> claims() throws IOException {
        List<Claim> claims = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> found = Files.list(folder.resolve("sources"))) {
            files = found.sorted().toList();
        }
        for (RegisterDefinition definition : ShippedRegisters.definitions()) {
            for (Path file : files) {
                if (file.getFileName().toString().startsWith(definition.code() + "_")) {
                    read(definition, Files.readAllBytes(file), claims);
                }
            }
        }
        return claims;
    }

    static void read(RegisterDefinition definition, byte[] content, List<Claim> claims) {
        SourceRegister register = new SourceRegister(
                definition, definition.code(), 0L, 1, java.time.Instant.parse("2026-03-02T09:00:00Z"));
        register.map(definition.columns());
        RegisterMapping mapping = RegisterMapping.of(register);
        RegisterFile file = RegisterFile.open(content, mapping.format());
        RowReader reader = new RowReader(mapping.completedFor(file.headers()), file.headers(), file.dates1904(), TODAY);
        RowChecks checks = new RowChecks(file.columns());
        for (RawRow raw : file.rows()) {
            TypedRow row = reader.read(raw);
            if (checks.refusal(row, mapping.format().keyColumn()).isEmpty()) {
                claims.add(claim(definition.code(), row));
            }
        }
    }

    private static Claim claim(String register, TypedRow row) {
        SourceValues values = row.values();
        return new Claim(
                register,
                row.key(),
                null,
                values.birthName(),
                values.partnerName(),
                values.initials(),
                values.givenName(),
                values.gender(),
                values.birthDate(),
                values.profession(),
                values.big() == null ? null : values.big().digits(),
                values.agb() == null ? null : values.agb().digits(),
                null,
                values.practiceName(),
                values.practiceAgb() == null ? null : values.practiceAgb().digits(),
                values.street(),
                values.houseNumber(),
                values.postcode() == null ? null : values.postcode().toString(),
                values.place(),
                values.phone(),
                values.mobile(),
                values.email());
    }

    /** The person of each record, by what the record is called. */
    Map<String, String> persons() {
        Map<String, String> persons = new HashMap<>();
        for (CSVRecord row : truth("links.csv")) {
            if (!row.get("person_id").isEmpty()) {
                persons.put(
                        nl.kring.crm.intake.matching.Matching.name(row.get("source"), row.get("source_key")),
                        row.get("person_id"));
            }
        }
        return persons;
    }

    List<CSVRecord> truth(String name) {
        try {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(Files.newBufferedReader(folder.resolve("truth").resolve(name), StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
