package nl.kring.crm.intake;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

/** Phone numbers as people write them, to the form +31612345678. */
final class PhoneReader {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String DUTCH_MOBILE = "+316";

    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern NINE = Pattern.compile("[1-9]\\d{8}");
    private static final Pattern TEN = Pattern.compile("0[1-9]\\d{8}");
    private static final Pattern PLAIN = Pattern.compile("[0-9 ().-]+");

    private PhoneReader() {}

    static Reading<String> read(String text) {
        if (text.isEmpty()) {
            return Reading.nothing();
        }
        String written = text.replace("(0)", "");
        String digits = NO_DIGIT.matcher(written).replaceAll("");
        if (NINE.matcher(digits).matches() && !written.startsWith("+")) {
            written = "0" + digits; // the zero that a spreadsheet ate
            digits = written;
        }
        if (PLAIN.matcher(written).matches() && TEN.matcher(digits).matches()) {
            return Reading.of("+31" + digits.substring(1)); // what the library says too, only sooner
        }
        try {
            PhoneNumber number = NUMBERS.parse(written, "NL");
            return NUMBERS.isPossibleNumber(number)
                    ? Reading.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Reading.problem("phone-invalid");
        } catch (NumberParseException notANumber) {
            return Reading.problem("phone-invalid");
        }
    }

    static boolean isMobile(String number) {
        return number != null && number.startsWith(DUTCH_MOBILE);
    }
}
