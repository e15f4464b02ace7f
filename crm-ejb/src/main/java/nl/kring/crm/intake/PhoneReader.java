package nl.kring.crm.intake;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Phone numbers as people write them, to the form +31612345678. */
final class PhoneReader {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String DUTCH_MOBILE = "+316";

    private PhoneReader() {}

    static Reading<String> read(String text) {
        if (text.isEmpty()) {
            return Reading.nothing();
        }
        String written = text.replace("(0)", "");
        if (written.replaceAll("\\D", "").matches("[1-9]\\d{8}") && !written.startsWith("+")) {
            written = "0" + written.replaceAll("\\D", ""); // the zero that a spreadsheet ate
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
