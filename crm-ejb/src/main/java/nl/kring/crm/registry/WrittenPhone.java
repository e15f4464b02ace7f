package nl.kring.crm.registry;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/**
 * Phone numbers as people here read them: a Dutch one as it is dialled at home, 074 538 0504, another one with its country,
 * +49 30 123456. Kept numbers stay as they are kept.
 */
public final class WrittenPhone {

    private static final String HOME = "NL";
    private static final int HOME_CODE = 31;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private WrittenPhone() {}

    /** The number as it reads; what is no phone number stays as it is, null too. */
    public static String of(String kept) {
        if (kept == null) {
            return null;
        }
        try {
            var number = NUMBERS.parse(kept, HOME);
            if (!NUMBERS.isValidNumber(number)) {
                return kept;
            }
            return NUMBERS.format(
                    number,
                    number.getCountryCode() == HOME_CODE
                            ? PhoneNumberFormat.NATIONAL
                            : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException noNumber) {
            return kept;
        }
    }
}
