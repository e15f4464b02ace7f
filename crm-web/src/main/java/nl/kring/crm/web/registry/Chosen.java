package nl.kring.crm.web.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;

/** What stands in an address or in a field, read. */
final class Chosen {

    private static final DateTimeFormatter DUTCH =
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Chosen() {}

    /** The value of that name; null for none. */
    static <T extends Enum<T>> T of(T[] values, String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The organisation of a list that has nothing chosen beforehand. Refuses what is left unchosen. */
    static UUID organisation(String uuid) {
        if (uuid == null || uuid.isBlank()) {
            throw new InvalidInputException("organisation-unchosen");
        }
        return ViewPerson.uuid(uuid);
    }

    /** A day written as 31-12-2026 or 2026-12-31; null for none. Refuses what is no day. */
    static LocalDate day(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String written = text.strip().replace('/', '-');
            return written.matches("\\d{4}-.*") ? LocalDate.parse(written) : LocalDate.parse(written, DUTCH);
        } catch (DateTimeException notOne) {
            throw new InvalidInputException("day-unreadable");
        }
    }
}
