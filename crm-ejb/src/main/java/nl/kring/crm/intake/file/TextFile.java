package nl.kring.crm.intake.file;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Text with a separator between the cells: encoding and separator are found out unless they are given. Looked through once
 * before, and then read row by row.
 */
final class TextFile implements Iterable<RawRow> {

    private static final int LONGEST_LINE = 1_000_000;
    private static final int LINES_FOR_SEPARATOR = 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 1 << 15;
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

    private final byte[] content;
    private final int start;
    private Charset charset;
    private char separator;
    private int lines;

    private TextFile(byte[] content) {
        this.content = content;
        this.start = hasMark(content) ? BYTE_ORDER_MARK.length : 0;
    }

    static TextFile of(byte[] content, FileFormat format) {
        for (byte b : content) {
            if (b == 0) {
                throw new FileRefusedException("file-encoding", "UTF-16, binary");
            }
        }
        TextFile file = new TextFile(content);
        String encoding = file.start > 0 ? "UTF-8" : format.encoding();
        file.charset = Stream.of(encoding == null ? "UTF-8" : encoding, encoding == null ? "windows-1252" : encoding)
                .map(TextFile::charset)
                .filter(file::isReadableAs)
                .findFirst()
                .orElseThrow(() -> new FileRefusedException("file-encoding", encoding == null ? "?" : encoding));
        file.separator = format.separator() == null || format.separator().isEmpty()
                ? file.separatorFor(format)
                : format.separator().charAt(0);
        return file;
    }

    private static boolean hasMark(byte[] content) {
        return content.length >= BYTE_ORDER_MARK.length
                && content[0] == BYTE_ORDER_MARK[0]
                && content[1] == BYTE_ORDER_MARK[1]
                && content[2] == BYTE_ORDER_MARK[2];
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new FileRefusedException("file-encoding", name);
        }
    }

    /** Looks through all of it; what is no text is refused, and so is a line that no register has. */
    private boolean isReadableAs(Charset which) {
        char[] buffer = new char[BUFFER];
        FileRefusedException refusal = null;
        int line = 1;
        int length = 0;
        try (Reader reader = reader(which)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int at = 0; at < read; at++) {
                    char c = buffer[at];
                    if (c == '\n' || c == '\r') {
                        line += c == '\n' ? 1 : 0;
                        length = 0;
                    } else if (++length > LONGEST_LINE && refusal == null) {
                        refusal = new FileRefusedException("file-line-too-long", line);
                    } else if (c < ' ' && c != '\t' && c != '\f' && refusal == null) {
                        refusal = new FileRefusedException("file-not-text", line);
                    }
                }
            }
        } catch (CharacterCodingException notInThisEncoding) {
            return false;
        } catch (IOException bytesInMemory) {
            throw new IllegalStateException(bytesInMemory);
        }
        if (refusal != null) {
            throw refusal;
        }
        lines = line;
        return true;
    }

    private Reader reader(Charset which) {
        return new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(content, start, content.length - start),
                which.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** The separator with which most of the expected headers are found, or else most cells. */
    private char separatorFor(FileFormat format) {
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(candidate -> rating(candidate, format)))
                .orElseThrow();
    }

    private long rating(char candidate, FileFormat format) {
        List<RawRow> rows = new ArrayList<>();
        try {
            Iterator<RawRow> all = new Rows(candidate);
            while (rows.size() < LINES_FOR_SEPARATOR && all.hasNext()) {
                rows.add(all.next());
            }
        } catch (FileRefusedException whatCameBeforeCounts) {
            return rating(rows, format);
        }
        return rating(rows, format);
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

    /** How many lines there are; a row has one at least. */
    int lines() {
        return lines;
    }

    @Override
    public Iterator<RawRow> iterator() {
        return new Rows(separator);
    }

    /** One pass over the rows. */
    private final class Rows extends Reading {

        private final Iterator<CSVRecord> records;
        private int read;

        private Rows(char separator) {
            CSVFormat csv = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(separator)
                    .setIgnoreEmptyLines(false)
                    .get();
            try {
                records = CSVParser.parse(reader(charset == null ? StandardCharsets.UTF_8 : charset), csv)
                        .iterator();
            } catch (IOException bytesInMemory) {
                throw new IllegalStateException(bytesInMemory);
            }
        }

        @Override
        protected RawRow read() {
            if (!records.hasNext()) {
                return null;
            }
            List<String> cells = new ArrayList<>();
            for (String cell : records.next()) {
                cells.add(bare(RegisterFile.clean(cell)));
            }
            return checked(new RawRow(++read, cells));
        }

        @Override
        protected FileRefusedException refusal() {
            return new FileRefusedException("file-quotes", read + 1);
        }
    }

    /** Without the sign that exports put before what a spreadsheet would take for a formula. */
    private static String bare(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
