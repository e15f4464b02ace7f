package nl.kring.crm.enrolment.draw;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.kring.crm.platform.Sha256;

/**
 * The order that follows from a secret: by the HMAC-SHA-256 (RFC 2104, FIPS 180-4) of each number, with the secret as the key,
 * from low to high. The secret is a text of 64 hexadecimal digits and a number is the text of a UUID in small letters; both
 * are taken as these texts, in ASCII, so that two commands of openssl find the same.
 */
public final class DrawOrder {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private DrawOrder() {}

    /** A new secret. */
    static String newSeed() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** What is published beforehand: whoever knows the secret afterwards can see that it was this one. */
    static String commitment(String seed) {
        return HexFormat.of().formatHex(Sha256.of(seed));
    }

    /** By what a number is ordered. */
    public static String lot(String seed, UUID ticket) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(ticket.toString().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The numbers in the order of their lots, whatever the order in which they come. */
    public static List<UUID> of(String seed, Collection<UUID> tickets) {
        return tickets.stream()
                .sorted(Comparator.comparing(ticket -> lot(seed, ticket)))
                .toList();
    }
}
