package nl.kring.crm.platform;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed, as it is kept: without space around it, in one way of writing accents. Refused is what nobody can
 * read, what is too long, and what looks like a citizen service number, which this product never keeps.
 */
public final class TypedText {

    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n]]");
    private static final Pattern NINE_DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){8}(?![ .-]?\\d)");

    private TypedText() {}

    /** One line; null when nothing was typed. */
    public static String line(String typed, int longest) {
        return typed == null ? null : text(typed.replaceAll("\\s+", " "), longest);
    }

    /**
     * A text that may have several lines; null when nothing was typed.
     *
     * @throws InvalidInputException with text-too-long, text-unreadable or text-looks-like-bsn
     */
    public static String text(String typed, int longest) {
        String text = readable(typed, longest);
        if (text != null && hasCitizenServiceNumber(text)) {
            throw new InvalidInputException("text-looks-like-bsn");
        }
        return text;
    }

    /** As {@link #text}, for what is a number by its nature and checks itself. */
    public static String readable(String typed, int longest) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = Normalizer.normalize(typed.replace("\r\n", "\n").strip(), Normalizer.Form.NFC);
        if (text.length() > longest) {
            throw new InvalidInputException("text-too-long", longest);
        }
        if (!isReadable(text)) {
            throw new InvalidInputException("text-unreadable");
        }
        return text;
    }

    /** False when something in it cannot be seen, or not be kept. */
    public static boolean isReadable(String text) {
        return !UNREADABLE.matcher(text).find();
    }

    /** True when nine digits in it, perhaps in groups, pass the eleven test. */
    public static boolean hasCitizenServiceNumber(String text) {
        Matcher numbers = NINE_DIGITS.matcher(text);
        while (numbers.find()) {
            if (passesElevenTest(numbers.group().replaceAll("\\D", ""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean passesElevenTest(String digits) {
        int sum = -digits.charAt(8) + '0';
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }
}
