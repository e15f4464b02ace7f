package nl.kring.crm.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in the forms that registers use: 03-05-1971, 1971-05-03, 19710503, 3 mei 1971, 03/05/71, and serial numbers. */
final class DateReader {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[t ].*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|'?\\d{2})(?: \\d{1,2}:.*)?");
    private static final Pattern IN_WORDS = Pattern.compile("(\\d{1,2})[- ]?(\\p{L}{3,})\\.?[- ](\\d{4}|'?\\d{2})");
    private static final Pattern NOTHING = Pattern.compile("[0 /.-]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern TIGHT = Pattern.compile("(\\d{8})");
    private static final Pattern SERIAL = Pattern.compile("(\\d{4,5})(?:\\.\\d+)?");
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan"),
            List.of("feb"),
            List.of("maa", "mrt", "mar"),
            List.of("apr"),
            List.of("mei", "may"),
            List.of("jun"),
            List.of("jul"),
            List.of("aug"),
            List.of("sep"),
            List.of("okt", "oct"),
            List.of("nov"),
            List.of("dec"));
    private static final int YOUNGEST = 14;
    private static final int OLDEST = 110;

    private final LocalDate today;
    private final LocalDate serialZero;

    DateReader(LocalDate today, boolean dates1904) {
        this.today = today;
        this.serialZero = dates1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    /** A birth date of somebody who works; what computers fill in when nobody knows is left out. */
    Reading<LocalDate> birthDate(String text) {
        Reading<LocalDate> read = date(text, today.getYear() - YOUNGEST);
        LocalDate date = read.value();
        if (date == null) {
            return read;
        }
        if (isDefault(date)) {
            return Reading.problem("date-default");
        }
        boolean plausible = date.isAfter(today.minusYears(OLDEST)) && date.isBefore(today.minusYears(YOUNGEST));
        return plausible ? read : Reading.problem("date-implausible");
    }

    /** The day on which something begins or ends. */
    Reading<LocalDate> period(String text) {
        Reading<LocalDate> read = date(text, today.getYear() + YOUNGEST);
        boolean open = read.value() != null && isDefault(read.value());
        return open ? Reading.nothing() : read;
    }

    private static boolean isDefault(LocalDate date) {
        return date.getYear() >= 9999
                || date.getYear() < 1800
                || date.equals(LocalDate.of(1899, 12, 30))
                || date.equals(LocalDate.of(1899, 12, 31))
                || date.equals(LocalDate.of(1900, 1, 1))
                || date.equals(LocalDate.of(1901, 1, 1));
    }

    private Reading<LocalDate> date(String text, int latest) {
        if (text.isEmpty() || NOTHING.matcher(text).matches()) {
            return text.isEmpty() ? Reading.nothing() : Reading.problem("date-default");
        }
        try {
            LocalDate date = parse(BLANKS.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT), latest);
            return date == null ? Reading.problem("date-unreadable") : Reading.of(date);
        } catch (DateTimeException noSuchDay) {
            return Reading.problem("date-unreadable");
        }
    }

    private LocalDate parse(String text, int latest) {
        Matcher form = YEAR_FIRST.matcher(text);
        if (form.matches()) {
            return LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
        }
        form = YEAR_LAST.matcher(text);
        if (form.matches()) {
            return LocalDate.of(year(form.group(3), latest), number(form, 2), number(form, 1));
        }
        form = IN_WORDS.matcher(text);
        if (form.matches()) {
            int month = month(form.group(2));
            return month == 0 ? null : LocalDate.of(year(form.group(3), latest), month, number(form, 1));
        }
        form = TIGHT.matcher(text);
        if (form.matches()) {
            return tight(text);
        }
        form = SERIAL.matcher(text);
        return form.matches() ? serialZero.plusDays(Long.parseLong(form.group(1))) : null;
    }

    /** 19710503, or 03051971 where that cannot be a year. */
    private static LocalDate tight(String digits) {
        int century = Integer.parseInt(digits.substring(0, 2));
        boolean yearFirst = century >= 18 && century <= 20 || century == 99;
        int year = Integer.parseInt(yearFirst ? digits.substring(0, 4) : digits.substring(4));
        int month = Integer.parseInt(yearFirst ? digits.substring(4, 6) : digits.substring(2, 4));
        int day = Integer.parseInt(yearFirst ? digits.substring(6) : digits.substring(0, 2));
        return LocalDate.of(year, month, day);
    }

    /** Two digits are the latest year that is possible for what the date is of. */
    private static int year(String text, int latest) {
        String digits = text.replace("'", "");
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        int here = latest / 100 * 100 + year;
        return here > latest ? here - 100 : here;
    }

    private static int month(String word) {
        for (int month = 1; month <= MONTHS.size(); month++) {
            if (MONTHS.get(month - 1).stream().anyMatch(word::startsWith)) {
                return month;
            }
        }
        return 0;
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
