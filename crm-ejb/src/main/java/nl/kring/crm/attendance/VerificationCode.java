package nl.kring.crm.attendance;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a certificate, or somebody at the door, is recognised by: sixteen random characters in four groups, like {@code 7KQ2-M0XF-9A3T-WB5H}.
 *
 * <p>The alphabet is Crockford's base 32: 80 bits that cannot be guessed, without letters that look like digits. Whoever
 * types an O or an L all the same is understood.
 */
public record VerificationCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int LONGEST_INPUT = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static VerificationCode random() {
        return new VerificationCode(grouped(RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining())));
    }

    /** Reads what somebody typed; upper and lower case, spaces and dashes are alike. Empty when it cannot be a code. */
    public static Optional<VerificationCode> read(String typed) {
        if (typed == null || typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}\u2212_.]+", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return plain.matches("[" + ALPHABET + "]{" + LENGTH + "}")
                ? Optional.of(new VerificationCode(grouped(plain)))
                : Optional.empty();
    }

    private static String grouped(String plain) {
        return String.join(
                "-", plain.substring(0, 4), plain.substring(4, 8), plain.substring(8, 12), plain.substring(12));
    }
}
