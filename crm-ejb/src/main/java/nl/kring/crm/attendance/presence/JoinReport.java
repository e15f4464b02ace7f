package nl.kring.crm.attendance.presence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.Folding;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Who joined an online session, from when until when, as Teams and Zoom tell it in a file. Both put lines of their own above the list,
 * and Teams gives two lists: one line a person, and one line a join. The list with the most lines is taken. Days and times are
 * written in the manner of whoever made the file; of the manners that can be meant the one counts that puts joins on the day of the
 * session.
 */
final class JoinReport {

    static final int LARGEST = 2 * 1024 * 1024;
    private static final int MOST = 5_000;
    private static final int LONGEST = 200;
    private static final Duration AROUND = Duration.ofHours(12);

    private static final Set<String> NAMES = Set.of(
            "name",
            "full name",
            "naam",
            "volledige naam",
            "name original name",
            "naam oorspronkelijke naam",
            "participant");
    private static final Set<String> EMAILS =
            Set.of("email", "user email", "e mail", "e mailadres", "emailadres", "gebruikers e mail", "email address");
    private static final Set<String> JOINS = Set.of(
            "join time",
            "first join",
            "first join time",
            "deelnametijd",
            "eerste deelname",
            "tijd van deelname",
            "toetredingstijd");
    private static final Set<String> LEAVES =
            Set.of("leave time", "last leave", "last leave time", "vertrektijd", "laatste vertrek", "tijd van vertrek");

    /** The ways in which the two products write a moment. */
    private static final List<DateTimeFormatter> MANNERS = List.of(
            manner("M/d/[yyyy][yy][, ][ ]h:mm[:ss] a"),
            manner("M/d/[yyyy][yy][, ][ ]H:mm[:ss]"),
            manner("d-M-[yyyy][yy][, ][ ]H:mm[:ss]"),
            manner("d/M/[yyyy][yy][, ][ ]H:mm[:ss]"),
            manner("d.M.[yyyy][yy][, ][ ]H:mm[:ss]"),
            manner("yyyy-M-d[, ][ ]['T']H:mm[:ss]"),
            manner("yyyy-M-d[, ][ ]h:mm[:ss] a"));

    /** One stretch that somebody was in; the e-mail address may be missing. */
    record Join(String name, String email, Instant from, Instant to) {}

    private record Columns(int name, int email, int join, int leave) {}

    private record Line(String name, String email, String join, String leave) {}

    private JoinReport() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInputException it is empty or too large, has no list of joins, or its times are of another day than the session
     */
    static List<Join> read(byte[] content, Instant starts, Instant ends) {
        if (content == null || content.length == 0) {
            throw new InvalidInputException("join-report-empty");
        }
        if (content.length > LARGEST) {
            throw new InvalidInputException("join-report-large", LARGEST / 1024 / 1024);
        }
        List<Line> lines = lines(text(content));
        if (lines.isEmpty()) {
            throw new InvalidInputException("join-report-unknown");
        }
        for (DateTimeFormatter manner : MANNERS) {
            List<Join> joins = joins(lines, manner, starts, ends);
            if (joins != null) {
                return joins;
            }
        }
        throw new InvalidInputException("join-report-times");
    }

    private static DateTimeFormatter manner(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** All lines in one manner, or null when one of them is not written so or is not around the session. */
    private static List<Join> joins(List<Line> lines, DateTimeFormatter manner, Instant starts, Instant ends) {
        List<Join> joins = new ArrayList<>();
        for (Line line : lines) {
            Instant from = moment(line.join(), manner);
            Instant to = moment(line.leave(), manner);
            if (from == null
                    || to == null
                    || from.isBefore(starts.minus(AROUND))
                    || to.isAfter(ends.plus(AROUND))
                    || to.isBefore(from)) {
                return null;
            }
            joins.add(new Join(line.name(), line.email(), from, to));
        }
        return joins;
    }

    private static Instant moment(String written, DateTimeFormatter manner) {
        try {
            return LocalDateTime.parse(
                            written.replaceAll("[\\s\u00a0\u202f]+", " ").strip(), manner)
                    .atZone(SystemClock.AMSTERDAM)
                    .toInstant();
        } catch (DateTimeParseException otherwise) {
            return null;
        }
    }

    private static List<Line> lines(String text) {
        List<Line> best = List.of();
        List<Line> list = new ArrayList<>();
        Columns columns = null;
        for (List<String> cells : rows(text)) {
            Columns header = columns(cells);
            if (header != null || columns != null && cells.size() <= columns.join()) {
                best = list.size() > best.size() ? list : best;
                list = new ArrayList<>();
                columns = header;
            } else if (columns != null) {
                String name = cell(cells, columns.name());
                if (name != null && cell(cells, columns.join()) != null && cell(cells, columns.leave()) != null) {
                    list.add(new Line(
                            name,
                            cell(cells, columns.email()),
                            cell(cells, columns.join()),
                            cell(cells, columns.leave())));
                }
            }
        }
        best = list.size() > best.size() ? list : best;
        if (best.size() > MOST) {
            throw new InvalidInputException("join-report-large", LARGEST / 1024 / 1024);
        }
        return best;
    }

    private static Columns columns(List<String> cells) {
        List<String> heads = cells.stream().map(Folding::fold).toList();
        Columns found = new Columns(at(heads, NAMES), at(heads, EMAILS), at(heads, JOINS), at(heads, LEAVES));
        return found.name() < 0 || found.join() < 0 || found.leave() < 0 ? null : found;
    }

    private static int at(List<String> heads, Set<String> meant) {
        for (int i = 0; i < heads.size(); i++) {
            if (meant.contains(heads.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** What can be kept of a cell, or null. */
    private static String cell(List<String> cells, int at) {
        if (at < 0 || at >= cells.size()) {
            return null;
        }
        String readable = cells.get(at).replaceAll("[\\p{C}&&[^\\n]]", "").strip();
        if (readable.isEmpty() || TypedText.hasCitizenServiceNumber(readable)) {
            return null;
        }
        return readable.length() > LONGEST ? readable.substring(0, LONGEST) : readable;
    }

    private static List<List<String>> rows(String text) {
        long tabs = text.chars().filter(each -> each == '\t').count();
        long semicolons = text.chars().filter(each -> each == ';').count();
        long commas = text.chars().filter(each -> each == ',').count();
        char separator = tabs > 0 && tabs * 2 >= commas ? '\t' : semicolons > commas ? ';' : ',';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord row : parser) {
                rows.add(row.toList());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new InvalidInputException("join-report-unknown");
        }
        return rows;
    }

    /** Teams writes UTF-16, Zoom UTF-8; what was saved by a spreadsheet may be neither. */
    private static String text(byte[] content) {
        if (begins(content, 0xff, 0xfe)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
        }
        if (begins(content, 0xfe, 0xff)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
        }
        if (content.length > 3 && content[1] == 0 && content[3] == 0) {
            return new String(content, StandardCharsets.UTF_16LE);
        }
        int skipped = begins(content, 0xef, 0xbb, 0xbf) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, skipped, content.length - skipped))
                    .toString();
        } catch (CharacterCodingException noUtf8) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private static boolean begins(byte[] content, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= content.length || (content[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
