package nl.kring.crm.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Phone numbers as one word, for finding: a Dutch one as it is dialled at home, 0612345678, another one with 00 and its
 * country. However it is typed, the same word comes out.
 */
public final class PhoneDigits {

    private static final Pattern TYPED = Pattern.compile("\\+?[\\d\\s().,/-]{5,}");

    private PhoneDigits() {}

    /** True for text that is nothing but a number: a phone, or another one in groups. */
    public static boolean isNumber(String typed) {
        return typed != null
                && TYPED.matcher(typed.strip()).matches()
                && typed.chars().filter(Character::isDigit).count() >= 5;
    }

    /** The number as one word. */
    public static String of(String number) {
        String trunkless = number.strip().replace("(0)", "");
        String digits = trunkless.replaceAll("\\D", "");
        if (trunkless.startsWith("+31")) {
            return home(digits.substring(2));
        }
        if (digits.startsWith("0031")) {
            return home(digits.substring(4));
        }
        return trunkless.startsWith("+") ? "00" + digits : digits;
    }

    /** True for a whole number as {@link #of} writes it. */
    public static boolean isPhone(String word) {
        return word.matches("0[1-9]\\d{8}|00[1-9]\\d{6,13}");
    }

    /** Several numbers, each as {@code +31612345678}, as words. */
    static String all(String numbers) {
        return numbers == null
                ? null
                : Arrays.stream(numbers.split(" ")).map(PhoneDigits::of).collect(Collectors.joining(" "));
    }

    /** What a typed number may be: itself, itself with the zero that got lost, and a Dutch phone without its plus. */
    public static List<String> readings(String typed) {
        String digits = of(typed);
        List<String> readings = new ArrayList<>(List.of(digits));
        if (!digits.startsWith("0")) {
            readings.add("0" + digits);
        }
        if (digits.matches("31[1-9]\\d{8}")) {
            readings.add(home(digits.substring(2)));
        }
        return readings;
    }

    private static String home(String rest) {
        return rest.startsWith("0") ? rest : "0" + rest;
    }
}
