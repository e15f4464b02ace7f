package nl.kring.crm.web.attendance;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;

/** How dates and points look on these screens, and what an id in an address means. */
final class Shown {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd-MM-yyyy").withZone(SystemClock.AMSTERDAM);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm").withZone(SystemClock.AMSTERDAM);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(SystemClock.AMSTERDAM);

    private Shown() {}

    static String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    static String moment(Instant instant) {
        return instant == null ? "" : MOMENT.format(instant);
    }

    static String day(Instant instant) {
        return instant == null ? "" : DAY.format(instant);
    }

    /** One day, or the first and the last. */
    static String period(Instant from, Instant to) {
        String first = day(from);
        String last = day(to);
        return first.equals(last) ? first : first + " – " + last;
    }

    static String points(BigDecimal points) {
        return new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("nl"))).format(points);
    }

    /** An id that is no id is one that does not exist. */
    static UUID uuid(String id) {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
