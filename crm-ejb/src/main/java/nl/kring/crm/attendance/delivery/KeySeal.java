package nl.kring.crm.attendance.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.Settings;

/**
 * Seals the keys of provider accounts (AES-GCM, 256 bits) with a key of the server that is not in the database. What was sealed for
 * one organisation opens for no other.
 */
final class KeySeal {

    static final String SETTING = "crm.seal.key";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeySeal() {}

    /**
     * The text as it is kept.
     *
     * @throws InvalidInputException the server has no key to seal with
     */
    static byte[] seal(String text, Long organisation) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] key = key().orElseThrow(() -> new InvalidInputException("delivery-no-seal"));
        byte[] sealed = run(key, Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), organisation);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The text again; empty when the server has not the key that it was sealed with. */
    static Optional<String> open(byte[] sealed, Long organisation) {
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[sealed.length - NONCE_BYTES];
        ByteBuffer.wrap(sealed).get(nonce).get(rest);
        try {
            return key().map(key -> run(key, Cipher.DECRYPT_MODE, nonce, rest, organisation))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalStateException sealedOtherwise) {
            return Optional.empty();
        }
    }

    /** The key of the server; what is no key counts as none. */
    private static Optional<byte[]> key() {
        try {
            return Settings.value(SETTING)
                    .map(text -> Base64.getDecoder().decode(text))
                    .filter(bytes -> bytes.length == KEY_BYTES);
        } catch (IllegalArgumentException notInBase64) {
            return Optional.empty();
        }
    }

    private static byte[] run(byte[] key, int mode, byte[] nonce, byte[] input, Long organisation) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(
                    ByteBuffer.allocate(Long.BYTES).putLong(organisation).array());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException sealedWithAnotherKey) {
            throw new IllegalStateException(sealedWithAnotherKey);
        }
    }
}
