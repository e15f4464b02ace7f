package nl.kring.crm.intake.file;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A register's file that could be read: its headers and the rows below them, which are read as they are asked for. */
public final class RegisterFile {

    static final int MOST_BYTES = 50 * 1024 * 1024;
    static final int MOST_ROWS = 1_200_000;
    static final int MOST_COLUMNS = 500;

    /** As a spreadsheet has it. */
    static final int LONGEST_CELL = 32_767;

    private static final int ROWS_BEFORE_HEADER = 20;

    /** In the place of a key column that is not known yet; no cell has it. */
    private static final String UNKNOWN = "\0";

    private final Iterable<RawRow> all;
    private final RawRow header;
    private final boolean dates1904;
    private final int rowsAbout;
    private final boolean isText;

    private RegisterFile(Iterable<RawRow> all, RawRow header, boolean dates1904, int rowsAbout) {
        this.isText = all instanceof TextFile;
        this.all = all;
        this.header = header;
        this.dates1904 = dates1904;
        this.rowsAbout = rowsAbout;
    }

    public List<String> headers() {
        return header.cells();
    }

    /**
     * The rows that are not blank, each time from the beginning.
     *
     * @throws FileRefusedException while reading: the file is broken there
     */
    public Iterable<RawRow> rows() {
        return () -> StreamSupport.stream(all.spliterator(), false)
                .filter(row -> row.number() > header.number() && !row.isBlank())
                .iterator();
    }

    /** How many cells a row can have without one having moved: in text as many as there are headers. */
    public int columns() {
        return isText ? header.cells().size() : MOST_COLUMNS;
    }

    /** True when numbers that stand for dates count from 1904. */
    public boolean dates1904() {
        return dates1904;
    }

    /** How many rows there are, more or less. */
    public int rowsAbout() {
        return rowsAbout;
    }

    /**
     * Reads all of it once, so that a file that is broken at its end is refused before anything is done with it.
     *
     * @return how many rows there are
     * @throws FileRefusedException it is broken somewhere
     */
    public int check() {
        int rows = 0;
        for (RawRow row : rows()) {
            rows++;
        }
        return rows;
    }

    /**
     * Opens a file and finds its headers.
     *
     * @throws FileRefusedException it is no register file, it is broken, a column is missing or there are no rows
     */
    public static RegisterFile open(byte[] content, FileFormat format) {
        if (content.length == 0) {
            throw new FileRefusedException("file-empty");
        }
        if (content.length > MOST_BYTES) {
            throw new FileRefusedException("file-too-large", MOST_BYTES / (1024 * 1024));
        }
        FileKind kind = FileKind.of(content);
        if (kind == FileKind.WORKBOOK) {
            return Workbook.read(content, format);
        }
        TextFile text = TextFile.of(content, format);
        return of(text, format, false, text.lines());
    }

    /**
     * Reads a file of which nothing is known: the headers stand in the row with the most cells of the first ones.
     *
     * @throws FileRefusedException it is no register file, or it is broken
     */
    public static RegisterFile look(byte[] content, String sheet) {
        FileFormat nothing = new FileFormat(sheet, null, null, null, UNKNOWN, List.of());
        return open(content, nothing);
    }

    /** Finds the row with the headers. */
    static RegisterFile of(Iterable<RawRow> all, FileFormat format, boolean dates1904, int rowsAbout) {
        List<RawRow> filled = beginning(all, format);
        if (filled.isEmpty()) {
            throw new FileRefusedException("file-empty");
        }
        RawRow header = header(filled, format);
        List<String> headers = header.cells();
        String missing = Stream.concat(Stream.of(format.keyColumn()), format.required().stream())
                .distinct()
                .filter(wanted -> !wanted.equals(UNKNOWN))
                .filter(wanted -> indexOf(headers, wanted) < 0)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new FileRefusedException("file-column-missing", missing);
        }
        String twice = headers.stream()
                .filter(name -> !name.isEmpty())
                .filter(name -> headers.stream()
                                .filter(other -> folded(other).equals(folded(name)))
                                .count()
                        > 1)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!twice.isEmpty()) {
            throw new FileRefusedException("file-column-twice", twice);
        }
        if (filled.stream().noneMatch(row -> row.number() > header.number())) {
            throw new FileRefusedException("file-no-rows");
        }
        return new RegisterFile(all, header, dates1904, rowsAbout);
    }

    /** The rows among which the headers are, and one more. */
    private static List<RawRow> beginning(Iterable<RawRow> all, FileFormat format) {
        List<RawRow> filled = new ArrayList<>();
        Integer wanted = format.headerRow();
        for (RawRow row : all) {
            if (!row.isBlank()) {
                filled.add(row);
                if (wanted == null ? filled.size() > ROWS_BEFORE_HEADER : row.number() > wanted) {
                    break;
                }
            }
        }
        return filled;
    }

    /** Where a header stands, whatever its capitals and spaces; -1 when it is not there. */
    public static int indexOf(List<String> headers, String wanted) {
        return IntStream.range(0, headers.size())
                .filter(at -> folded(headers.get(at)).equals(folded(wanted)))
                .findFirst()
                .orElse(-1);
    }

    public static String folded(String header) {
        return header.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static RawRow header(List<RawRow> filled, FileFormat format) {
        if (format.headerRow() != null) {
            return filled.stream()
                    .filter(row -> row.number() == format.headerRow())
                    .findFirst()
                    .orElseThrow(() -> new FileRefusedException("file-column-missing", format.keyColumn()));
        }
        if (format.keyColumn().equals(UNKNOWN)) {
            return filled.stream()
                    .limit(ROWS_BEFORE_HEADER)
                    .reduce((best, row) -> filledCells(row) > filledCells(best) ? row : best)
                    .orElseThrow();
        }
        return filled.stream()
                .limit(ROWS_BEFORE_HEADER)
                .filter(row -> indexOf(row.cells(), format.keyColumn()) >= 0)
                .findFirst()
                .orElse(filled.get(0));
    }

    private static long filledCells(RawRow row) {
        return row.cells().stream().filter(cell -> !cell.isEmpty()).count();
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    /** A cell's text without what nobody can see; what the database cannot hold is left out. */
    static String clean(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        if (isPlain(text)) {
            return text.strip();
        }
        String visible = text.codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }
}
