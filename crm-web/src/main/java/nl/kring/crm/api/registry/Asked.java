package nl.kring.crm.api.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;

/** What stands in an address, read; what cannot be read is refused, and what cannot exist is not found. */
final class Asked {

    private Asked() {}

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }

    static LocalDate date(String iso) {
        try {
            return iso == null || iso.isBlank() ? null : LocalDate.parse(iso);
        } catch (DateTimeException notOne) {
            throw new InvalidInputException("reference-date");
        }
    }

    static Integer size(String digits) {
        if (digits == null || digits.isBlank()) {
            return null;
        }
        if (!digits.matches("\\d{1,6}")) {
            throw new InvalidInputException("page-size", 200);
        }
        return Integer.valueOf(digits);
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
