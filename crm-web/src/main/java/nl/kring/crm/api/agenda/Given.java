package nl.kring.crm.api.agenda;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Profession;

/** Reads what a caller gives; what cannot be read is refused with the name of the parameter. */
final class Given {

    private Given() {}

    /** A moment as ISO 8601; without an offset, or without a time, by the clock on the wall in Amsterdam. */
    static Instant moment(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        // a plus sign that was not encoded arrives as a space
        String iso = text.strip().replace(' ', '+');
        try {
            if (iso.length() == 10) {
                return AmsterdamTime.toInstant(LocalDate.parse(iso).atStartOfDay());
            }
            TemporalAccessor read =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : AmsterdamTime.toInstant((LocalDateTime) read);
        } catch (DateTimeException notATime) {
            throw new InvalidInputException("agenda-parameter", name, text);
        }
    }

    static int number(String name, String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        if (!text.matches("\\d{1,6}")) {
            throw new InvalidInputException("agenda-parameter", name, text);
        }
        return Integer.parseInt(text);
    }

    static Profession profession(String name, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        for (Profession profession : Profession.values()) {
            if (profession.name().equalsIgnoreCase(text.strip())) {
                return profession;
            }
        }
        throw new InvalidInputException("agenda-parameter", name, text);
    }
}
