package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.kring.crm.intake.file.FileFormat;
import nl.kring.crm.intake.file.RawRow;
import nl.kring.crm.intake.file.RegisterFile;
import org.junit.jupiter.api.Test;

/** A file is read in little memory, however many rows it has. */
class LargeFileTest {

    private static final int ROWS = 200_000;

    /** The file itself is 17 MB of them, and what is kept of each row is its key. */
    private static final String HEAP = "-Xmx96m";

    @Test
    void two_hundred_thousand_rows_are_read_and_checked_in_ninety_six_megabytes() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargeFileTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(told.lines()).contains(ROWS + " rows kept");
    }

    /** What an import does with a file before it looks at the database. */
    public static void main(String[] nothing) {
        RegisterFile file = RegisterFile.open(content(), new FileFormat(null, null, null, null, "Nr", List.of()));
        RegisterMapping mapping = new RegisterMapping(
                        new FileFormat(null, null, null, null, "Nr", List.of()), List.of(), 1)
                .completedFor(file.headers());
        RowReader reader = new RowReader(mapping, file.headers(), file.dates1904(), LocalDate.of(2026, 3, 2));
        RowChecks checks = new RowChecks(file.columns());
        int kept = 0;
        for (RawRow raw : file.rows()) {
            TypedRow row = reader.read(raw);
            kept += checks.refusal(row, "Nr").isEmpty() ? 1 : 0;
        }
        System.out.println(kept + " rows kept");
    }

    private static byte[] content() {
        StringBuilder text = new StringBuilder("Nr;Achternaam;Voorletters;Geboortedatum;Plaats;Telefoon;Email\r\n");
        for (int nr = 1; nr <= ROWS; nr++) {
            text.append(nr)
                    .append(";Jansen;A.B.;03-05-1971;Enschede;053-4123456;a.jansen")
                    .append(nr)
                    .append("@example.nl\r\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
