package nl.kring.crm.intake.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Text with a separator between the cells: encoding and separator are found out unless they are given. */
final class TextFile {

    private static final int LONGEST_LINE = 1_000_000;
    private static final int LINES_FOR_SEPARATOR = 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

    private TextFile() {}

    static List<RawRow> read(byte[] content, FileFormat format) {
        String text = decode(content, format.encoding());
        refuseLongLines(text);
        char separator = format.separator() == null || format.separator().isEmpty()
                ? separatorOf(text, format)
                : format.separator().charAt(0);
        List<RawRow> rows = new ArrayList<>();
        read(text, separator, Integer.MAX_VALUE, rows);
        return rows;
    }

    static String decode(byte[] content, String encoding) {
        for (byte b : content) {
            if (b == 0) {
                throw new FileRefusedException("file-encoding", "UTF-16, binary");
            }
        }
        String text = Stream.of(encoding == null ? "UTF-8" : encoding, encoding == null ? "windows-1252" : encoding)
                .map(name -> strictly(content, name))
                .filter(read -> read != null)
                .findFirst()
                .orElseThrow(() -> new FileRefusedException("file-encoding", encoding == null ? "?" : encoding));
        if (text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')) {
            throw new FileRefusedException("file-not-text");
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String strictly(byte[] content, String encoding) {
        try {
            return charset(encoding)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notInThisEncoding) {
            return null;
        }
    }

    private static Charset charset(String name) {
        try {
            return name.equalsIgnoreCase("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new FileRefusedException("file-encoding", name);
        }
    }

    private static void refuseLongLines(String text) {
        int start = 0;
        int line = 1;
        for (int at = text.indexOf('\n'); start < text.length(); at = text.indexOf('\n', start)) {
            int end = at < 0 ? text.length() : at;
            if (end - start > LONGEST_LINE) {
                throw new FileRefusedException("file-line-too-long", line);
            }
            start = end + 1;
            line++;
        }
    }

    /** The separator with which most of the expected headers are found, or else most cells. */
    private static char separatorOf(String text, FileFormat format) {
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(separator -> rating(text, separator, format)))
                .orElseThrow();
    }

    private static long rating(String text, char separator, FileFormat format) {
        List<RawRow> start = new ArrayList<>();
        try {
            read(text, separator, LINES_FOR_SEPARATOR, start);
        } catch (FileRefusedException whatCameBeforeCounts) {
            return rating(start, format);
        }
        return rating(start, format);
    }

    private static long rating(List<RawRow> rows, FileFormat format) {
        long best = 0;
        for (RawRow row : rows) {
            long known = Stream.concat(Stream.of(format.keyColumn()), format.required().stream())
                    .filter(header -> RegisterFile.indexOf(row.cells(), header) >= 0)
                    .count();
            best = Math.max(
                    best, known * RegisterFile.MOST_COLUMNS + row.cells().size());
        }
        return best;
    }

    private static void read(String text, char separator, int most, List<RawRow> rows) {
        CSVFormat csv = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), csv)) {
            for (CSVRecord cells : parser) {
                rows.add(new RawRow(
                        rows.size() + 1,
                        cells.stream()
                                .map(RegisterFile::clean)
                                .map(TextFile::bare)
                                .toList()));
                if (cells.size() > RegisterFile.MOST_COLUMNS || rows.size() > RegisterFile.MOST_ROWS) {
                    throw new FileRefusedException("file-too-many", RegisterFile.MOST_COLUMNS, RegisterFile.MOST_ROWS);
                }
                if (rows.size() >= most) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException quotesDoNotMatch) {
            throw new FileRefusedException("file-quotes", rows.size() + 1);
        }
    }

    /** Without the sign that exports put before what a spreadsheet would take for a formula. */
    private static String bare(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
