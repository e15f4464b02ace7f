package nl.kring.crm.security;

import java.security.SecureRandom;
import java.util.Base64;

/** A text that nobody can guess, to be handed to one person or program; only its hash is kept. */
public final class SecretText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private SecretText() {}

    /** 256 random bits in 43 letters, digits, hyphens and underscores, which an address takes as they are. */
    public static String random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
