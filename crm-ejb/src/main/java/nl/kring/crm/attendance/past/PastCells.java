package nl.kring.crm.attendance.past;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** The cells of one row by what their columns say; what cannot be read is refused with the column it stands in. */
class PastCells {

    /** In the place of what nobody may keep. */
    static final String HIDDEN = "***";

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})(?: .*)?");
    /** What a workbook keeps for a day, with the part of it that has passed. */
    private static final Pattern SERIAL = Pattern.compile("([1-9]\\d{4})(\\.\\d+)?");

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern PART_OF_DAY = Pattern.compile("(?:0|[1-9]\\d{4})(\\.\\d+)");
    private static final int MINUTES_OF_DAY = 24 * 60;

    /** A time, with a day of 1982 to 2036 or without: its digits may be nine that pass for a citizen service number. */
    private static final Pattern MOMENT = Pattern.compile("(?:0|[34]\\d{4})\\.\\d{1,17}");

    private static final Pattern TIME = Pattern.compile("(?:.*[T ])?(\\d{1,2})[:.u](\\d{2})(?::\\d{2}.*)?(?: ?uur)?");
    private static final BigDecimal MOST_POINTS = new BigDecimal("200");
    private static final int LONGEST = 200;

    private final PastImport from;
    private final List<String> cells;

    PastCells(PastImport from, List<String> cells) {
        this.from = from;
        this.cells = cells;
    }

    /** A row that cannot be taken over. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        final String problem;
        final String column;

        Unreadable(String problem, String column) {
            super(problem, null, false, false);
            this.problem = problem;
            this.column = column;
        }
    }

    boolean has(PastField field) {
        return from.column(field.name()) >= 0;
    }

    /** Null where nothing stands. */
    String text(PastField field) throws Unreadable {
        return text(field.name());
    }

    private String text(String field) throws Unreadable {
        int column = from.column(field);
        String cell = column < 0 || column >= cells.size() ? "" : cells.get(column);
        if (cell.isEmpty()) {
            return null;
        }
        if (isMoment(cell)) {
            return cell;
        }
        if (cell.contains(HIDDEN)) {
            throw refused("past-hidden", field);
        }
        try {
            return TypedText.line(cell, LONGEST);
        } catch (InvalidInputException unkeepable) {
            throw refused("past-text", field);
        }
    }

    /** Whether it is a moment as a workbook keeps it. */
    static boolean isMoment(String cell) {
        return MOMENT.matcher(cell).matches();
    }

    String required(PastField field) throws Unreadable {
        String text = text(field);
        if (text == null) {
            throw refused("past-empty", field.name());
        }
        return text;
    }

    String digits(PastField field) throws Unreadable {
        String text = text(field);
        String digits = text == null ? "" : text.replaceAll("\\D", "");
        return digits.isEmpty() ? null : digits;
    }

    LocalDate date(PastField field) throws Unreadable {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            Matcher first = YEAR_FIRST.matcher(text);
            if (first.matches()) {
                return LocalDate.of(number(first, 1), number(first, 2), number(first, 3));
            }
            Matcher last = YEAR_LAST.matcher(text);
            if (last.matches()) {
                return LocalDate.of(number(last, 3), number(last, 2), number(last, 1));
            }
            Matcher serial = SERIAL.matcher(text);
            if (serial.matches()) {
                return SERIAL_ZERO.plusDays(number(serial, 1));
            }
            throw refused("past-date", field.name());
        } catch (DateTimeException noSuchDay) {
            throw refused("past-date", field.name());
        }
    }

    /** The time in a column of its own, or beside the date. */
    LocalTime time(PastField field, PastField beside, LocalTime usual) throws Unreadable {
        PastField column = has(field) && text(field) != null ? field : beside;
        String text = text(column);
        Matcher part = PART_OF_DAY.matcher(text == null ? "" : text);
        if (part.matches()) {
            long minutes = Math.round(Double.parseDouble(part.group(1)) * MINUTES_OF_DAY) % MINUTES_OF_DAY;
            return column == beside && minutes == 0 ? usual : LocalTime.MIDNIGHT.plusMinutes(minutes);
        }
        Matcher matcher = TIME.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            if (column == field && text != null) {
                throw refused("past-time", field.name());
            }
            return usual;
        }
        try {
            LocalTime time = LocalTime.of(number(matcher, 1), number(matcher, 2));
            return column == beside && time.equals(LocalTime.MIDNIGHT) ? usual : time;
        } catch (DateTimeException noSuchTime) {
            throw refused("past-time", column.name());
        }
    }

    /** What stands in the columns with points, as {@code RGS-HA=3;NVVPO-KR=2}; null when nothing does. */
    String points() throws Unreadable {
        StringBuilder points = new StringBuilder();
        for (String field : from.getFields()) {
            if (field.startsWith(PastField.POINTS)) {
                String text = text(field);
                BigDecimal value = text == null ? BigDecimal.ZERO : number(field, text);
                if (value.signum() > 0) {
                    points.append(points.isEmpty() ? "" : ";")
                            .append(field.substring(PastField.POINTS.length()))
                            .append('=')
                            .append(value.toPlainString());
                }
            }
        }
        return points.isEmpty() ? null : points.toString();
    }

    private BigDecimal number(String field, String text) throws Unreadable {
        String plain = text.replace(',', '.').replaceAll("\\s*(punt(en)?|uur|uren)$", "");
        if (!plain.matches("\\d{1,4}(\\.\\d{1,4})?")) {
            throw refused("past-points", field);
        }
        BigDecimal value = new BigDecimal(plain).stripTrailingZeros();
        if (value.scale() > 1 || value.compareTo(MOST_POINTS) > 0) {
            throw refused("past-points", field);
        }
        return value;
    }

    /** Whether somebody was there; whoever is in a list without such a column was. */
    String presence() throws Unreadable {
        if (!has(PastField.PRESENCE)) {
            return "ATTENDED";
        }
        return switch (required(PastField.PRESENCE).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")) {
            case "ja",
                    "j",
                    "yes",
                    "y",
                    "x",
                    "1",
                    "true",
                    "waar",
                    "aanwezig",
                    "present",
                    "geweest",
                    "deelgenomen",
                    "attended" -> "ATTENDED";
            case "deels", "gedeeltelijk", "partial", "deel" -> "PARTIAL";
            case "nee", "n", "no", "0", "false", "onwaar", "afwezig", "absent", "nietverschenen", "noshow" -> "NO_SHOW";
            case "geannuleerd", "afgemeld", "annulering", "cancelled", "geannuleerddoordeelnemer" -> "CANCELLED";
            default -> throw refused("past-presence", PastField.PRESENCE.name());
        };
    }

    /** With the column as the file calls it. */
    Unreadable refused(String problem, String field) {
        int column = from.column(field);
        return new Unreadable(problem, column < 0 ? null : from.getHeaders().get(column));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
