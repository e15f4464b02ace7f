package nl.kring.crm.registry.identifier;

import java.io.Serializable;
import java.util.Optional;
import nl.kring.crm.platform.InvalidInputException;

/** A number of the trade register: eight digits, without a check digit. */
public record KvkNumber(String digits) implements Serializable {

    public KvkNumber {
        if (!isValid(digits)) {
            throw new InvalidInputException("kvk-number", digits);
        }
    }

    /** Reads a number as it is written in lists: in groups, or without the zero that a spreadsheet ate. */
    public static Optional<KvkNumber> of(String written) {
        String digits = written == null ? "" : written.replaceAll("[\\s.\\-]", "");
        if (digits.matches("[1-9]\\d{6}")) {
            digits = "0" + digits;
        }
        return isValid(digits) ? Optional.of(new KvkNumber(digits)) : Optional.empty();
    }

    private static boolean isValid(String digits) {
        return digits != null
                && digits.matches("\\d{8}")
                && digits.chars().distinct().count() > 1;
    }

    @Override
    public String toString() {
        return digits;
    }
}
