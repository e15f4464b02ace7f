package nl.kring.crm.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.registry.Postcode;

/** Addresses in one cell, with or without postcode and place: "De Hoven 29a, 7671 kh Vriezenveen". */
final class AddressReader {

    private static final Pattern WITH_POSTCODE =
            Pattern.compile("^(.*?)[,\\s]*\\b([1-9]\\d{3}\\s?[A-Za-z]{2})\\b[,\\s]*(.*)$");
    private static final Pattern WITH_NUMBER = Pattern.compile(
            "^(.*\\D)\\s+(\\d{1,5})[\\s-]*([A-Za-z]{1,4}|\\d{1,3}|)$|^(.+?)\\s+(\\d{1,5})[\\s-]*([A-Za-z]{1,4}|)$");
    private static final Pattern SMALL_HINT = Pattern.compile("\\s*(\\(\\p{L}{1,3}\\.?\\)|\\bO[Vv]\\.?)$");

    private static final Pattern END = Pattern.compile("[,\\s]+$");

    private AddressReader() {}

    private static final Address NOTHING = new Address(null, null, null, null, null);

    /** An address in its parts; null where there is none. */
    record Address(String street, String number, String suffix, String postcode, String place) {}

    static Address read(String text) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        Matcher whole = WITH_POSTCODE.matcher(text);
        boolean complete = whole.matches() && Postcode.of(whole.group(2)).isPresent();
        String line = complete ? whole.group(1) : text;
        String postcode = complete ? whole.group(2) : null;
        String place = complete ? place(whole.group(3)) : null;
        Matcher parts = WITH_NUMBER.matcher(END.matcher(line).replaceAll(""));
        if (!parts.matches()) {
            return new Address(NameReader.nullIfEmpty(line), null, null, postcode, place);
        }
        int first = parts.group(1) != null ? 1 : 4;
        return new Address(
                parts.group(first).strip(),
                parts.group(first + 1),
                NameReader.nullIfEmpty(parts.group(first + 2)),
                postcode,
                place);
    }

    /** A place without the hint at its province, in capitals only where they belong. */
    static String place(String text) {
        String place = SMALL_HINT.matcher(text.strip()).replaceAll("").strip();
        return NameReader.nullIfEmpty(NameReader.calm(place));
    }
}
