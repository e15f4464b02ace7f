package nl.kring.crm.registry;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.text.Normalizer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;

/** What a value must be to be said in a field by hand, and how it is then written. A refusal's code names the field. */
public class FieldRules {

    private static final int LONGEST = 200;
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cf}\\p{Co}\\p{Cn}]");
    private static final Pattern NAME = Pattern.compile("[\\p{L}'’][\\p{L}\\p{M} .'’/()-]{0,99}");
    private static final Pattern PREFIX = Pattern.compile("[\\p{L}\\p{M} .'’/]{1,20}");
    private static final Pattern BARE_INITIALS = Pattern.compile("\\p{Lu}{1,8}");
    private static final Pattern INITIALS = Pattern.compile("(?:-?\\p{Lu}\\p{L}{0,3}\\.){1,10}");
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9._%+'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");
    private static final Pattern POSTCODE = Pattern.compile("(?<![0-9A-Za-z])\\d{4} ?[A-Za-z]{2}(?![0-9A-Za-z])");
    private static final Pattern NINE_DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){8}(?![ .-]?\\d)");
    private static final DateTimeFormatter DUTCH_DATE =
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private final Clock clock;

    public FieldRules(Clock clock) {
        this.clock = clock;
    }

    /** The value as it is kept; an empty one says that there is nothing. */
    FieldValue checked(PersonField field, FieldValue typed) {
        String value = text(typed.value());
        String prefix = text(typed.prefix());
        if (value == null) {
            return new FieldValue(null, null);
        }
        String kept = switch (field) {
            case BIRTH_NAME, PARTNER_NAME, GIVEN_NAME -> matching(NAME, value, "person-name");
            case INITIALS -> initials(value);
            case NAME_USAGE -> oneOf(NameUsage.values(), value);
            case GENDER -> oneOf(Gender.values(), value);
            case PROFESSION -> oneOf(Profession.values(), value);
            case BIRTH_DATE -> birthDate(value);
            case BIG -> BigNumber.of(value).map(BigNumber::digits).orElseThrow(refused("person-big"));
            case AGB -> AgbCode.of(value).map(AgbCode::digits).orElseThrow(refused("person-agb"));
            case EMAIL -> email(value);
            case PHONE, MOBILE -> phone(value);
            case ADDRESS -> address(value);
            case WORKPLACE -> freeText(value);
        };
        return new FieldValue(
                kept, field.hasPrefix() && prefix != null ? matching(PREFIX, prefix, "person-prefix") : null);
    }

    /** Why something is said. Required; no citizen service number may stand in it. */
    public String reason(String typed) {
        String reason = text(typed);
        if (reason == null) {
            throw new InvalidInputException("reason-missing");
        }
        return freeText(reason);
    }

    /** One line without what cannot be seen; null when nothing was typed. */
    public static String text(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = Normalizer.normalize(typed.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC);
        if (text.length() > LONGEST) {
            throw new InvalidInputException("text-too-long", LONGEST);
        }
        if (UNREADABLE.matcher(text).find()) {
            throw new InvalidInputException("text-unreadable");
        }
        return text;
    }

    /** Lets everything pass but what looks like a citizen service number. */
    public static String freeText(String text) {
        Matcher numbers = NINE_DIGITS.matcher(text);
        while (numbers.find()) {
            if (isCitizenServiceNumber(numbers.group().replaceAll("\\D", ""))) {
                throw new InvalidInputException("text-looks-like-bsn");
            }
        }
        return text;
    }

    private static boolean isCitizenServiceNumber(String digits) {
        int sum = -digits.charAt(8) + '0';
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }

    private static String matching(Pattern pattern, String value, String refusal) {
        if (!pattern.matcher(value).matches()) {
            throw new InvalidInputException(refusal);
        }
        return value;
    }

    private static String initials(String value) {
        String close = value.replace(" ", "");
        String dotted = BARE_INITIALS.matcher(close).matches() ? close.replaceAll("(.)", "$1.") : close;
        return matching(INITIALS, dotted, "person-initials");
    }

    private static String oneOf(Enum<?>[] values, String value) {
        if (Arrays.stream(values).noneMatch(each -> each.name().equals(value))) {
            throw new InvalidInputException("person-choice");
        }
        return value;
    }

    private String birthDate(String value) {
        try {
            LocalDate date = value.matches("\\d{4}-\\d{2}-\\d{2}")
                    ? LocalDate.parse(value)
                    : LocalDate.parse(value.replace('/', '-'), DUTCH_DATE);
            if (date.isBefore(EARLIEST_BIRTH) || date.isAfter(LocalDate.now(clock))) {
                throw new InvalidInputException("person-birth-date");
            }
            return date.toString();
        } catch (DateTimeException notADate) {
            throw new InvalidInputException("person-birth-date");
        }
    }

    /** An address in lower case. */
    public static String email(String value) {
        return matching(EMAIL, value.toLowerCase(Locale.ROOT), "person-email");
    }

    /** A number that exists, as +31612345678. */
    public static String phone(String value) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(value, "NL");
            if (numbers.isValidNumber(number)) {
                return numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
            }
        } catch (NumberParseException notANumber) {
            throw new InvalidInputException("person-phone");
        }
        throw new InvalidInputException("person-phone");
    }

    /** Street and number, postcode and place; a postcode in it is written as 7607 AB. */
    public static String address(String value) {
        Matcher postcode = POSTCODE.matcher(freeText(value));
        if (!postcode.find()) {
            return value;
        }
        String written = Postcode.of(postcode.group()).map(Postcode::text).orElseThrow(refused("person-postcode"));
        return value.substring(0, postcode.start()) + written + value.substring(postcode.end());
    }

    private static Supplier<InvalidInputException> refused(String code) {
        return () -> new InvalidInputException(code);
    }
}
