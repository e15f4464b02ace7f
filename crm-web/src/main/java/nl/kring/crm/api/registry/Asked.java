package nl.kring.crm.api.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;

/** What stands in an address, read; what cannot be read is refused, and what cannot exist is not found. */
final class Asked {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2199;
    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 200;

    private Asked() {}

    /** What is no UUID names nothing. */
    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }

    /** The same of what may be left out. */
    static UUID ifGiven(String text) {
        return text == null || text.isBlank() ? null : uuid(text);
    }

    static LocalDate date(String iso) {
        try {
            LocalDate day = iso == null || iso.isBlank() ? null : LocalDate.parse(iso);
            if (day != null && (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR)) {
                throw new InvalidInputException("reference-date");
            }
            return day;
        } catch (DateTimeException notOne) {
            throw new InvalidInputException("reference-date");
        }
    }

    static int size(String digits) {
        if (digits == null || digits.isBlank()) {
            return USUAL_SIZE;
        }
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > LARGEST_SIZE) {
            throw new InvalidInputException("page-size", LARGEST_SIZE);
        }
        return Integer.parseInt(digits);
    }

    static <T extends Enum<T>> T choice(T[] values, String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("person-choice"));
    }
}
