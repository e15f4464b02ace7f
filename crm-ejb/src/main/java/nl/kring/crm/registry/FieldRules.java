package nl.kring.crm.registry;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.identifier.KvkNumber;
import nl.kring.crm.registry.identifier.QualityRegister;

/** What a value must be to be said in a field by hand, and how it is then written. A refusal's code names the field. */
public class FieldRules {

    private static final int LONGEST = 200;
    private static final int YEARS_AHEAD = 5;
    private static final Pattern NAME = Pattern.compile("[\\p{L}'’][\\p{L}\\p{M} .'’/()-]{0,99}");
    private static final Pattern TITLES = Pattern.compile("\\p{L}[\\p{L}\\p{M} .,()-]{1,39}");
    private static final Pattern PREFIX = Pattern.compile("[\\p{L}\\p{M} .'’/]{1,20}");
    private static final Pattern BARE_INITIALS = Pattern.compile("\\p{Lu}{1,8}");
    private static final Pattern INITIALS = Pattern.compile("(?:-?\\p{Lu}\\p{L}{0,3}\\.){1,10}");
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9._%+'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");
    private static final Pattern POSTCODE = Pattern.compile("(?<![0-9A-Za-z])\\d{4} ?[A-Za-z]{2}(?![0-9A-Za-z])");
    private static final DateTimeFormatter DUTCH_DATE =
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private final Clock clock;
    private final Function<String, Optional<QualityRegister>> registers;

    /** Rules for what is said in no quality register. */
    public FieldRules(Clock clock) {
        this(clock, code -> Optional.empty());
    }

    /**
     * Rules for all fields.
     *
     * @param registers a quality register by its code; empty for none
     */
    FieldRules(Clock clock, Function<String, Optional<QualityRegister>> registers) {
        this.clock = clock;
        this.registers = registers;
    }

    /** The value as it is kept; an empty one says that there is nothing. */
    FieldValue checked(PersonField field, FieldValue typed) {
        return checked(field, null, typed, null);
    }

    /**
     * The same, said more precisely.
     *
     * @param override why a number is kept though it fails its check; null for none
     */
    FieldValue checked(PersonField field, String qualifier, FieldValue typed, String override) {
        QualityRegister register = field == PersonField.REGISTER_NUMBER
                ? registers.apply(qualifier).orElseThrow(refused("person-qualifier"))
                : null;
        if (register == null && qualifier != null && !field.qualifiers().contains(qualifier)) {
            throw new InvalidInputException("person-qualifier");
        }
        String value = TypedText.readable(oneLine(typed.value()), LONGEST);
        String prefix = TypedText.line(typed.prefix(), LONGEST);
        if (value == null) {
            return new FieldValue(null, null);
        }
        String kept = switch (field) {
            case BIRTH_NAME, PARTNER_NAME, GIVEN_NAME -> matching(NAME, value, "person-name");
            case TITLES -> matching(TITLES, value, "person-titles");
            case INITIALS -> initials(value);
            case NAME_USAGE -> oneOf(NameUsage.values(), value);
            case GENDER -> oneOf(Gender.values(), value);
            case PROFESSION -> profession(value, qualifier);
            case BIRTH_DATE -> birthDate(value);
            case BIG -> big(value, override);
            case AGB -> AgbCode.of(value).map(AgbCode::digits).orElseThrow(refused("person-agb"));
            case REGISTER_NUMBER -> registerNumber(value, register, override);
            case KVK -> KvkNumber.of(value).map(KvkNumber::digits).orElseThrow(refused("person-kvk"));
            case EMAIL -> email(value);
            case PHONE, MOBILE -> phone(value);
            case ADDRESS -> address(value);
            case WORKPLACE -> TypedText.line(value, LONGEST);
        };
        return new FieldValue(
                kept, field.hasPrefix() && prefix != null ? matching(PREFIX, prefix, "person-prefix") : null);
    }

    /** Why something is said. Required; no citizen service number may stand in it. */
    public String reason(String typed) {
        String reason = TypedText.line(typed, LONGEST);
        if (reason == null) {
            throw new InvalidInputException("reason-missing");
        }
        return reason;
    }

    /** A day since which something is so: near enough to be meant. */
    LocalDate day(LocalDate typed) {
        if (typed == null || typed.isBefore(EARLIEST_BIRTH) || typed.isAfter(today().plusYears(YEARS_AHEAD))) {
            throw new InvalidInputException("person-change-date", YEARS_AHEAD);
        }
        return typed;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
    }

    private static String oneLine(String typed) {
        return typed == null ? null : typed.replaceAll("\\s+", " ");
    }

    /** A further profession is named by itself, so that it can be said to be none from some day. */
    private static String profession(String value, String further) {
        if (further != null && !further.equals(value)) {
            throw new InvalidInputException("person-qualifier");
        }
        return oneOf(Profession.values(), value);
    }

    /** Eleven digits that fail their check may be right all the same: there is one, unofficial, description of the check. */
    private static String big(String value, String override) {
        String digits = value.replaceAll("[\\s.-]", "");
        if (override != null && digits.matches("\\d{11}")) {
            return digits;
        }
        return BigNumber.of(value).map(BigNumber::digits).orElseThrow(refused("person-big"));
    }

    /** A number that looks like a citizen service number is kept only when somebody says why it is none. */
    private static String registerNumber(String value, QualityRegister register, String override) {
        if (override == null && TypedText.hasCitizenServiceNumber(value)) {
            throw new InvalidInputException("person-number-looks-like-bsn");
        }
        if (register.goesByBig()) {
            return big(value, override);
        }
        return register.number(value).orElseThrow(refused("person-register-number"));
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
            if (date.isBefore(EARLIEST_BIRTH) || date.isAfter(today())) {
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
        Matcher postcode = POSTCODE.matcher(TypedText.line(value, LONGEST));
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
