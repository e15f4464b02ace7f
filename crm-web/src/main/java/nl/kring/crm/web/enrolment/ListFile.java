package nl.kring.crm.web.enrolment;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.intake.file.RawRow;
import nl.kring.crm.intake.file.RegisterFile;
import nl.kring.crm.platform.InvalidInputException;

/** A file with participants, as lines that could have been pasted: the name, and whatever else can find somebody. */
final class ListFile {

    private static final int MOST_LINES = 500;
    private static final String NAME = "(volledige)?naam(volledig)?|fullname|name|deelnemer";
    private static final List<String> NAME_PARTS = List.of(
            "voornaam|voorletters|roepnaam|firstname|initials",
            "tussenvoegsel|voorvoegsel|prefix",
            "achternaam|surname|lastname|geboortenaam");
    private static final String FINDING = ".*(mail|bignummer|agb|^big$).*|big";

    private ListFile() {}

    /** The lines of a file when there is one, else those that were typed or pasted. */
    static List<String> given(Part file, String block) throws IOException {
        if (file == null || file.getSize() == 0) {
            return block == null ? List.of() : block.lines().toList();
        }
        try (InputStream content = file.getInputStream()) {
            return lines(content.readAllBytes());
        }
    }

    /**
     * Its rows as lines.
     *
     * @throws InvalidInputException it cannot be read, is too long, or has no column that tells of whom it is
     */
    static List<String> lines(byte[] content) {
        RegisterFile file = RegisterFile.look(content, null);
        List<String> headers = file.headers().stream()
                .map(header -> header == null
                        ? ""
                        : header.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", ""))
                .toList();
        List<Integer> names = columns(headers, NAME);
        if (names.isEmpty()) {
            names = NAME_PARTS.stream()
                    .flatMap(part -> columns(headers, part).stream().limit(1))
                    .toList();
        } else {
            names = names.subList(0, 1);
        }
        List<Integer> finding = columns(headers, FINDING);
        if (names.isEmpty() && finding.isEmpty()) {
            throw new InvalidInputException("names-columns");
        }
        List<String> lines = new ArrayList<>();
        for (RawRow row : file.rows()) {
            String name = cells(row, names).collect(Collectors.joining(" "));
            lines.add(Stream.concat(Stream.of(name), cells(row, finding)).collect(Collectors.joining("\t")));
            if (lines.size() > MOST_LINES) {
                break; // the list is refused as too long
            }
        }
        return lines;
    }

    private static Stream<String> cells(RawRow row, List<Integer> columns) {
        return columns.stream()
                .map(row::cell)
                .map(cell ->
                        cell == null ? "" : cell.replaceAll("[\t;\n\r]", " ").strip())
                .filter(cell -> !cell.isEmpty());
    }

    private static List<Integer> columns(List<String> headers, String wanted) {
        return java.util.stream.IntStream.range(0, headers.size())
                .filter(at -> headers.get(at).matches(wanted))
                .boxed()
                .toList();
    }
}
