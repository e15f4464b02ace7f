package nl.kring.crm.registry;

import java.io.Serializable;
import java.util.Optional;
import nl.kring.crm.platform.InvalidInputException;

/**
 * A number of the BIG register of health professionals: eleven digits, the first a check digit, the second a nine
 * (docs/domain.md, rules).
 */
public record BigNumber(String digits) implements Serializable {

    private static final int[] WEIGHTS = {1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    public BigNumber {
        if (!isValid(digits)) {
            throw new InvalidInputException("big-number", digits);
        }
    }

    /** Reads a number as it is written in lists: in groups, or without the zero that a spreadsheet ate. */
    public static Optional<BigNumber> of(String written) {
        String digits = written == null ? "" : written.replaceAll("[\\s.\\-]", "");
        if (digits.matches("9\\d{9}")) {
            digits = "0" + digits;
        }
        return isValid(digits) ? Optional.of(new BigNumber(digits)) : Optional.empty();
    }

    private static boolean isValid(String digits) {
        if (digits == null || !digits.matches("\\d9\\d{9}")) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += WEIGHTS[at] * (digits.charAt(at + 1) - '0');
        }
        int check = 11 - sum % 11;
        int expected = check == 11 ? 0 : check == 10 ? 1 : check;
        return digits.charAt(0) - '0' == expected;
    }

    @Override
    public String toString() {
        return digits;
    }
}
