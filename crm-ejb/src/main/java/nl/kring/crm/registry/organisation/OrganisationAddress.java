package nl.kring.crm.registry.organisation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address in its parts, each null when it is not known. */
record OrganisationAddress(String street, String houseNumber, String houseSuffix, String postcode, String place) {

    private static final Pattern END = Pattern.compile("(?:^|[,\\s])\\s*(\\d{4} [A-Z]{2})\\b[,\\s]*(.*)$");
    private static final Pattern STREET = Pattern.compile("^(.*?\\D)\\s*(\\d{1,5})\\s*([\\p{L}\\d-]{0,8})$");

    /** Reads Deldenerstraat 61 a, 7551 AC Hengelo; without a postcode the place stands behind the last comma. */
    static OrganisationAddress of(String text) {
        if (text == null) {
            return new OrganisationAddress(null, null, null, null, null);
        }
        Matcher end = END.matcher(text);
        String before = text;
        String postcode = null;
        String place = null;
        if (end.find()) {
            before = text.substring(0, end.start());
            postcode = end.group(1);
            place = end.group(2);
        } else if (text.contains(",")) {
            before = text.substring(0, text.lastIndexOf(','));
            place = text.substring(text.lastIndexOf(',') + 1);
        }
        Matcher street = STREET.matcher(before.strip());
        return street.matches()
                ? new OrganisationAddress(
                        some(street.group(1)), street.group(2), some(street.group(3)), postcode, some(place))
                : new OrganisationAddress(some(before), null, null, postcode, some(place));
    }

    private static String some(String text) {
        return text == null || text.isBlank() ? null : text.strip().replaceAll(",$", "");
    }
}
