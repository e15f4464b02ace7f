package nl.kring.crm.whole;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of the agenda as they were when {@link AgendaPageOverHttp} read them, held in memory: what its limit is made of. */
@Named("fixed")
@ApplicationScoped
public class FixedRows {

    private final List<Row> rows = read();

    /** One row, as the page writes it. */
    public static final class Row {

        private final String[] cells;

        Row(String line) {
            cells = line.split("\t", -1);
        }

        public String getColour() {
            return cells[0];
        }

        public String getAddress() {
            return cells[1];
        }

        public String getTitle() {
            return cells[2];
        }

        public String getWhen() {
            return cells[3];
        }

        public String getOrganiser() {
            return cells[4];
        }

        public String getWhere() {
            return cells[5];
        }

        public String getAbout() {
            return cells[6];
        }

        public String getPoints() {
            return cells[7];
        }

        public String getBadge() {
            return cells[8];
        }

        public String getSeats() {
            return cells[9];
        }
    }

    public List<Row> getRows() {
        return rows;
    }

    private static List<Row> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                FixedRows.class.getResourceAsStream("/rows.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().map(Row::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
