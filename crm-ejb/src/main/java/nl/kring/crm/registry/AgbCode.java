package nl.kring.crm.registry;

import java.io.Serializable;
import java.util.Optional;
import nl.kring.crm.platform.InvalidInputException;

/** A code of the register of care providers and practices: eight digits, without a check digit. */
public record AgbCode(String digits) implements Serializable {

    public AgbCode {
        if (!isValid(digits)) {
            throw new InvalidInputException("agb-code", digits);
        }
    }

    /** Reads a code as it is written in lists: in groups, or without the zero that a spreadsheet ate. */
    public static Optional<AgbCode> of(String written) {
        String digits = written == null ? "" : written.replaceAll("[\\s.\\-]", "");
        if (digits.matches("[1-9]\\d{6}")) {
            digits = "0" + digits;
        }
        return isValid(digits) ? Optional.of(new AgbCode(digits)) : Optional.empty();
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
