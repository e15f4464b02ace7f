package nl.kring.crm.api.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/** Reads what a caller of the register's API asks by. */
final class Asked {

    private Asked() {}

    /** What is no UUID names nothing. */
    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }

    static LocalDate day(String iso) {
        try {
            return iso == null || iso.isBlank() ? null : LocalDate.parse(iso);
        } catch (DateTimeException notOne) {
            throw new InvalidInputException("reference-date");
        }
    }

    static AffiliationRole role(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(AffiliationRole.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("affiliation-role"));
    }

    static int size(String digits) {
        if (digits == null || digits.isBlank()) {
            return 50;
        }
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > 200) {
            throw new InvalidInputException("page-size", 200);
        }
        return Integer.parseInt(digits);
    }

    /** The same of what may be left out. */
    static UUID ifGiven(String text) {
        return text == null || text.isBlank() ? null : uuid(text);
    }
}
