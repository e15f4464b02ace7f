package nl.kring.crm.registry.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.AgbCode;
import nl.kring.crm.registry.FieldRules;

/** What a value must be to be said of an organisation by hand, and how it is then written. */
final class OrganisationRules {

    private static final Pattern WEBSITE =
            Pattern.compile("https://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}(?:/[\\w./~%?=&#+-]*)?");
    private static final int MOST_PATIENTS = 1_000_000;

    private static final int LONGEST = 200;

    private OrganisationRules() {}

    private static String oneLine(String typed) {
        return typed == null ? null : TypedText.readable(typed.replaceAll("\\s+", " "), LONGEST);
    }

    /** The value as it is kept; null says that there is nothing, which a name cannot be. */
    static String checked(OrganisationField field, String typed) {
        String value = oneLine(typed);
        if (value == null) {
            if (field == OrganisationField.NAME) {
                throw new InvalidInputException("organisation-name");
            }
            return null;
        }
        return switch (field) {
            case NAME -> TypedText.line(value, LONGEST);
            case ADDRESS -> FieldRules.address(value);
            case PHONE -> FieldRules.phone(value);
            case EMAIL -> FieldRules.email(value);
            case WEBSITE -> website(value);
            case AGB ->
                AgbCode.of(value).map(AgbCode::digits).orElseThrow(() -> new InvalidInputException("person-agb"));
            case KVK -> kvk(value);
        };
    }

    /** The value of a fact as it is kept. */
    static String checked(OrganisationFactKind fact, String typed) {
        String value = oneLine(typed);
        if (value == null) {
            throw new InvalidInputException("organisation-fact-value");
        }
        return switch (fact) {
            case STATUS -> oneOf(PracticeStatus.values(), value);
            case PRACTICE_FORM -> oneOf(PracticeForm.values(), value);
            case PATIENTS -> patients(value);
            case GP_SYSTEM, CHAIN_CARE_SYSTEM -> TypedText.line(value, LONGEST);
        };
    }

    private static String website(String value) {
        String address = value.toLowerCase(Locale.ROOT);
        String secure = address.contains("://") ? address : "https://" + address;
        if (!WEBSITE.matcher(secure).matches()) {
            throw new InvalidInputException("organisation-website");
        }
        return secure;
    }

    private static String kvk(String value) {
        String digits = value.replaceAll("[ .]", "");
        if (!digits.matches("\\d{8}") || digits.matches("(\\d)\\1{7}")) {
            throw new InvalidInputException("organisation-kvk");
        }
        return digits;
    }

    private static String patients(String value) {
        String digits = value.replaceAll("[ .]", "");
        if (!digits.matches("\\d{1,7}") || Integer.parseInt(digits) > MOST_PATIENTS) {
            throw new InvalidInputException("organisation-patients");
        }
        return Integer.toString(Integer.parseInt(digits));
    }

    private static String oneOf(Enum<?>[] values, String value) {
        if (Arrays.stream(values).noneMatch(each -> each.name().equals(value))) {
            throw new InvalidInputException("person-choice");
        }
        return value;
    }
}
